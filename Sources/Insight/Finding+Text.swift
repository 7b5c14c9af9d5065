import Base
import Market
import Taxonomy

// Findings in a line of text, for terminals, feeds and reports. Shape and word carry the verdict; colour is the surface's.

extension Verdict {
    package var mark: String {
        switch self {
        case .rises: "▲"
        case .falls: "▼"
        case .cannotTell: "◇"
        case .level: "·"
        case .refused: "–"
        }
    }
}

extension Finding {
    /// `×1.30`, `31 %`, `2,214`, `92,000`, `7.4`; a dash where refused.
    package var valueText: String { value.map(text) ?? "–" }
    /// `1.12–1.51`, in the unit of the value; empty where there is none.
    package var intervalText: String {
        guard let low, let high else { return "" }
        return "\(bare(low))–\(bare(high))"
    }
    /// `▲ rises  ×1.30  (1.12–1.51)  n=2,214`; of a refusal its sentence.
    package var line: String {
        if refusal != nil { return "\(verdict.mark) refused  \(sentence)" }
        let word = verdict == .level ? "" : " \(verdict.id)"
        let range = intervalText.isEmpty ? "" : "  (\(intervalText))"
        return "\(verdict.mark)\(word)  \(valueText)\(range)  n=\(grouped(witness.openings))"
    }
    /// `n 2,214 openings of 140 companies, largest 6 %; fixed panel of 48 boards; Dec 2024 – Nov 2026; reader 1.0`.
    package var witnessLine: String { witness.line }

    private func text(_ x: Double) -> String {
        switch unit {
        case .share: "\(Sentences.hundredths(x)) %"
        case .ratio: "×\(bare(x))"
        default: bare(x)
        }
    }
    private func bare(_ x: Double) -> String {
        switch unit {
        case .share: Sentences.hundredths(x)
        case .ratio: Sentences.ratio(x)
        case .count: grouped(Int(x.rounded()))
        case .money: grouped(Int((x / 100).rounded()) * 100)
        case .index: fixed(x, 1)
        }
    }
}

extension Witness {
    package var line: String {
        let largest = largestPart > 0 ? ", largest \(Int((largestPart * 100).rounded())) %" : ""
        let when = window.to + -1 == window.from ? window.from.spoken : window.spoken
        return
            "n \(counted(openings, "opening")) of \(counted(companies, "company", "companies"))\(largest); \(panel); "
            + "\(when); reader \(readerVersion)"
    }
}

extension Series {
    /// `▁▂▂▃▄▅▆▇`, whole months from none to the highest; a blank where nothing is shown, nothing where most are blank.
    package var sparkline: String {
        let whole = points.filter { !$0.isPartial }
        guard whole.count(where: { $0.share != nil }) * 2 > whole.count else { return "" }
        let marks = Array("▁▂▃▄▅▆▇█")
        let top = points.compactMap { $0.isPartial ? nil : $0.share }.max() ?? 0
        return String(
            whole.map { p in
                guard let share = p.share, top > 0 else { return " " }
                return marks[min(marks.count - 1, Int(share / top * Double(marks.count - 1) + 0.5))]
            })
    }
}

extension Wheel {
    /// Nine bars with their intervals and the breadth: the wheel where nothing can be drawn. `width` columns for a bar.
    ///
    ///     Operations          ███████████░├──┤░░░░  61 %  (55–67)
    package func bars(width: Int = 30) -> [String] {
        var out: [String] = []
        let longest = Practice.allCases.map(\.title.count).max() ?? 0
        func padded(_ s: String) -> String { s + String(repeating: " ", count: max(0, longest - s.count)) }
        for (practice, f) in zip(Practice.allCases, spokes) {
            guard let value = f.value, let low = f.low, let high = f.high else {
                out.append(
                    "\(padded(practice.title))  \(String(repeating: "·", count: width))  – \(f.refusal?.rawValue ?? "")"
                )
                continue
            }
            out.append(
                "\(padded(practice.title))  \(Self.bar(value, low, high, width))  \(f.valueText)  (\(f.intervalText))")
        }
        if breadth.value != nil {
            out.append("\(padded("Technical skills"))  \(breadth.valueText) on average  (\(breadth.intervalText))")
        }
        return out
    }

    /// Filled to the value; the interval as a bracket over it.
    static func bar(_ value: Double, _ low: Double, _ high: Double, _ width: Int) -> String {
        var cells = [Character](repeating: " ", count: width)
        func place(_ x: Double) -> Int { min(width - 1, max(0, Int(x * Double(width)))) }
        for i in 0..<width where Double(i) + 0.5 < value * Double(width) { cells[i] = "█" }
        for i in place(low)...max(place(low), place(high)) { cells[i] = cells[i] == "█" ? "▓" : "░" }
        return String(cells)
    }
}
