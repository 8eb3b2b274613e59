/// The best chain of aligned words between a query and a passage.
struct Alignment {
  /// A word of the passage that an element of the query stands for.
  struct Pair {
    /// The place in the passage.
    var place: Int
    /// The element of the query's plan.
    var element: Int
  }

  /// The pairs in the order of the passage.
  var pairs: [Pair] = []
  /// The gains of the pairs, without what gaps cost, in sixteenths of a bit.
  var gain = 0
  /// True if the pairs are the very words, one after the other in both texts.
  var isVerbatim = true
  /// The part of the gain whose word follows the pair before it in both texts.
  var adjacentGain = 0
  /// The bits of the query that are covered.
  var queryCovered = 0
  /// The bits of the query between the first and the last pair.
  var windowTotal = 0
  /// The bits of the parts of the query that the pairs stand in.
  var segmentTotal = 0
  /// The bits of the query that stand where the passage has a hole.
  var absorbed = 0
  /// The bits of the passage that are covered.
  var passageCovered = 0
  /// The bits of the passage.
  var passageTotal = 0
  /// The bits of the passage between the first and the last pair.
  var passageWindow = 0
  /// The bits of the query whose words the passage holds, in whatever order.
  var queryHeld = 0
  /// The bits of the passage whose words the query holds, in whatever order.
  var passageHeld = 0
  /// Codes that no article has, where the passage has another one of the same shape.
  var facedCodes = 0
  /// The bits of numbers of the query that stand where the passage has other ones.
  var facedQuery = 0
  /// The bits of the passage's numbers that they stand for.
  var facedPassage = 0
  /// True if the chain begins with the passage.
  var startsPassage = false
}
