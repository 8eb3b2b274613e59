/// Gives each string of bytes or numbers a number, in the order of first sight.
///
/// Its own hash table: Swift's is seeded anew in each process, and its order must never show.
struct KeyInterner<Element: FixedWidthInteger & Sendable>: Sendable {
  private var slots: [Int32]
  private var starts: [Int] = [0]
  private var elements: [Element] = []

  /// None yet.
  ///
  /// - Parameter count: As many strings as there is room for at first.
  init(reserving count: Int = 0) {
    var slotCount = 1024
    while slotCount <= count * 2 { slotCount *= 4 }
    slots = Array(repeating: -1, count: slotCount)
  }

  /// The number of strings.
  var count: Int { starts.count - 1 }

  /// As many elements as all strings have.
  var size: Int { elements.count }

  /// The string with the number `index`.
  func key(_ index: Int) -> ArraySlice<Element> {
    elements[starts[index]..<starts[index + 1]]
  }

  /// The number of `key`, a new one if it is new.
  mutating func intern(_ key: ArraySlice<Element>) -> Int {
    if count * 2 >= slots.count { grow() }
    var slot = KeyInterner.hash(key) & (slots.count - 1)
    while slots[slot] >= 0 {
      if self.key(Int(slots[slot])) == key { return Int(slots[slot]) }
      slot = (slot + 1) & (slots.count - 1)
    }
    add(key, at: slot)
    return count - 1
  }

  /// Adds `key`, which is not there yet, with the next number.
  mutating func append(_ key: ArraySlice<Element>) {
    if count * 2 >= slots.count { grow() }
    var slot = KeyInterner.hash(key) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    add(key, at: slot)
  }

  private mutating func add(_ key: ArraySlice<Element>, at slot: Int) {
    slots[slot] = Int32(count)
    elements += key
    starts.append(elements.count)
  }

  /// The number of `key`, or nil if it was never seen.
  func number(of key: ArraySlice<Element>) -> Int? {
    var slot = KeyInterner.hash(key) & (slots.count - 1)
    while slots[slot] >= 0 {
      if self.key(Int(slots[slot])) == key { return Int(slots[slot]) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private mutating func grow() {
    var larger = [Int32](repeating: -1, count: slots.count * 4)
    for index in 0..<count {
      var slot = KeyInterner.hash(key(index)) & (larger.count - 1)
      while larger[slot] >= 0 { slot = (slot + 1) & (larger.count - 1) }
      larger[slot] = Int32(index)
    }
    slots = larger
  }

  private static func hash(_ key: ArraySlice<Element>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for element in key {
      hash = (hash ^ UInt64(truncatingIfNeeded: element)) &* 0x100_0000_01B3
    }
    return Int(truncatingIfNeeded: (hash ^ hash >> 32) & 0x7FFF_FFFF)
  }
}
