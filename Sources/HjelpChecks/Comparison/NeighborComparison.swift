/// Compares the targets of neighbouring units with each other's sources.
struct NeighborComparison {
  /// Two units whose targets stand in each other's place.
  struct Exchange {
    let first: Int
    let second: Int
  }

  private(set) var exchanges: [Exchange] = []

  init(_ sides: PairedSides) {
    guard sides.pairs.count > 1 else { return }
    let source = sides.pairs.map { PairFeatures.mask(sides.source, sides.source.segments[$0]) }
    let target = sides.pairs.map { PairFeatures.mask(sides.target, sides.target.segments[$0]) }
    var index = 0
    while index + 1 < sides.pairs.count {
      let next = index + 1
      // In the usual case a target shares a feature with its own source that the other has not, or
      // neither target has anything of the other's source.
      let mayBeExchanged =
        target[index] & source[index] & ~source[next] == 0
        && target[next] & source[next] & ~source[index] == 0
        && (target[index] & source[next] | target[next] & source[index]) != 0
      let exchange = Exchange(first: sides.pairs[index], second: sides.pairs[next])
      if mayBeExchanged, Self.areExchanged(exchange, sides), Self.fits(exchange, sides) {
        exchanges.append(exchange)
        index += 1
      }
      index += 1
    }
  }

  /// Whether the lengths speak against an exchange: a heading and a paragraph share names too.
  private static func fits(_ exchange: Exchange, _ sides: PairedSides) -> Bool {
    func misfit(_ target: Int, _ source: Int) -> Double {
      let ratio =
        Double(sides.target.segments[target].text.count + 1)
        / Double(sides.source.segments[source].text.count + 1)
      return max(ratio, 1 / ratio)
    }
    let (first, second) = (exchange.first, exchange.second)
    return max(misfit(first, second), misfit(second, first))
      <= 2 * max(misfit(first, first), misfit(second, second))
  }

  /// Whether each target holds what only the other source has, and nothing of what only its own has.
  private static func areExchanged(_ exchange: Exchange, _ sides: PairedSides) -> Bool {
    func features(_ unit: Int) -> (target: PairFeatures, source: PairFeatures) {
      (
        PairFeatures(sides.target, sides.target.segments[unit]),
        PairFeatures(sides.source, sides.source.segments[unit])
      )
    }
    let first = features(exchange.first)
    let second = features(exchange.second)
    let firstSource = Set(first.source.names + first.source.strong)
    let secondSource = Set(second.source.names + second.source.strong)
    let onlyFirst = firstSource.subtracting(secondSource)
    let onlySecond = secondSource.subtracting(firstSource)
    guard !onlyFirst.isEmpty || !onlySecond.isEmpty else { return false }
    let firstTarget = Set(first.target.names + first.target.strong)
    let secondTarget = Set(second.target.names + second.target.strong)
    guard firstTarget.isDisjoint(with: onlyFirst), secondTarget.isDisjoint(with: onlySecond) else {
      return false
    }
    let strong = Set(first.source.strong + second.source.strong)
    let weight =
      PairFeatures.weight(firstTarget.intersection(onlySecond), strong: strong)
      + PairFeatures.weight(secondTarget.intersection(onlyFirst), strong: strong)
    return weight >= 2
  }
}
