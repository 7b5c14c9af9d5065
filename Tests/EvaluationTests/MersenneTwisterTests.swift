import Evaluation
import Testing

/// What CPython 3.11 gives: `random.Random(seed)` and the draws named in each test.
@Suite struct MersenneTwisterTests {
    @Test(
        arguments: [
            (1, [577_090_037, 2_444_712_010, 3_639_700_191, 3_445_702_192, 3_280_387_012]),
            (0, [3_626_764_237, 1_654_615_998, 3_255_389_356]),
            (1 << 40 | 5, [2_166_296_868, 2_220_160_828, 1_153_647_273]),
        ] as [(UInt64, [UInt32])])
    func `getrandbits(32)`(seed: UInt64, numbers: [UInt32]) {
        var random = MersenneTwister(seed: seed)
        #expect(numbers.map { _ in random.next() } == numbers)
    }

    @Test func `the state is renewed`() {
        var random = MersenneTwister(seed: 1)
        let numbers = (0..<2000).map { _ in random.next() }
        #expect(numbers.suffix(2) == [3_033_370_254, 1_058_062_369])
    }

    @Test func `random()`() {
        var random = MersenneTwister(seed: 7)
        let numbers = (0..<3).map { _ in random.fraction() }
        #expect(numbers == [0.32383276483316237, 0.15084917392450192, 0.6509344730398537])
    }

    @Test func `randrange(n)`() {
        var random = MersenneTwister(seed: 1)
        #expect((0..<12).map { _ in random.below(40) } == [8, 36, 4, 16, 7, 31, 28, 30, 24, 13, 6, 31])
        random = MersenneTwister(seed: 1)
        #expect((0..<6).map { _ in random.below(20_000) } == [4402, 18_651, 2067, 8358, 3863, 16_234])
    }

    @Test func `choices(range(50))`() {
        var random = MersenneTwister(seed: 7)
        #expect((0..<12).map { _ in random.choice(of: 50) } == [16, 7, 32, 3, 26, 18, 2, 25, 1, 21, 3, 4])
    }
}
