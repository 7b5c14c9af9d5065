/// Places that a sentence takes out of those where a person may live: "the EU, Hungary excepted", "bar us from hiring in Iran".
enum PlaceExclusions {
    static func holds(_ a: PlaceAtom, _ s: Range<Int>, _ text: borrowing FactText) -> Bool {
        // Before the place, with nothing but the list between: a word that takes out.
        var k = a.first - 1
        while k >= s.lowerBound, a.first - k < 40 {
            let v = words.value(text.tokens[k].hash)
            if v & 1 != 0 { return true }
            // "All countries but Russia"; elsewhere "but" begins anew.
            if v & 8 != 0 { return (s.lowerBound..<k).contains { words.value(text.tokens[$0].hash) & 16 != 0 } }
            if v & 32 != 0 { return false }
            if v & 2 != 0 || Cues.isNegator(k, text) {
                // "We cannot hire in Brazil": a denied verb of hiring or living.
                let verb = (k..<a.first).contains { words.value(text.tokens[$0].hash) & 4 != 0 }
                if verb || a.first - k <= 3 { return !text.gap(after: k).contains(.comma) }
                return false
            }
            k -= 1
        }
        // After it: "Hungary and Bulgaria excepted", "Iceland is not covered".
        k = a.end
        while k < s.upperBound, k < a.end + 8 {
            let t = text.tokens[k]
            if t.gap.contains(.comma), k > a.end || a.kind == .region { return false }
            if words.value(t.hash) & 64 != 0 { return true }
            if Cues.isNegator(k, text) {
                return (k + 1..<max(k + 1, min(s.upperBound, k + 4))).contains {
                    words.value(text.tokens[$0].hash) & 128 != 0
                }
            }
            k += 1
        }
        return false
    }

    private static let words = WordMarks([
        """
        except excepting excluding outside minus barring ausser ausgenommen ausserhalb sauf excepte hors excepto salvo menos fuera tranne eccetto escluso
        esclusa utom forutom undantaget exceto behalve uitgezonderd oprocz opposite
        """: 1,
        "bar bars barred forbid forbids forbidden prevent prevents prohibit prohibited unable sanctions sanctioned cannot":
            2,
        "hire hiring employ employing recruit contract live living reside accept pay payroll einstellen embaucher contratar assumere anstalla":
            4,
        "but": 8,
        "all any every anywhere everywhere worldwide global": 16,
        "only instead however": 32,
        "excepted excluded exempted ausgenommen exclus exclues exclue excluidos excluidas excluido escluse esclusi undantagna uitgezonderd uitgesloten barred":
            64,
        "covered eligible included possible supported available allowed accepted an served": 128,
    ])
}
