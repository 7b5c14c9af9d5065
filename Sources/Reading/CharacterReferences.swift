import Base

extension HTMLText {
    /// Reads the reference at `i` (which holds `&`) and gives the place after it; an unknown one stays text.
    func reference(_ b: UnsafeBufferPointer<UInt8>, _ i: Int, _ t: inout TextBuilder) -> Int {
        var k = i + 1
        if k < b.count, b[k] == UInt8(ascii: "#") { return numeric(b, i, &t) }
        var name: UInt64 = 0
        while k < b.count, k - i <= 8, isLetter(b[k]) || (48...57).contains(b[k]) {
            name = name << 8 | UInt64(b[k])
            if k >= b.count - 1 || b[k + 1] != UInt8(ascii: ";"), let value = CharacterReferences.bare[name],
                k + 1 >= b.count || !isLetter(b[k + 1])
            {
                t.scalar(value)
                return k + 1
            }
            k += 1
        }
        if k < b.count, b[k] == UInt8(ascii: ";"), k - i <= 9, let value = CharacterReferences.named[name] {
            t.scalar(value)
            return k + 1
        }
        t.text(UInt8(ascii: "&"))
        return i + 1
    }

    private func numeric(_ b: UnsafeBufferPointer<UInt8>, _ i: Int, _ t: inout TextBuilder) -> Int {
        var k = i + 2
        let isHex = k < b.count && b[k] | 0x20 == UInt8(ascii: "x")
        if isHex { k += 1 }
        let start = k
        var value: UInt32 = 0
        while k < b.count, k - start < 9 {
            let c = b[k]
            if (48...57).contains(c) {
                value = value &* (isHex ? 16 : 10) &+ UInt32(c - 48)
            } else if isHex, (97...102).contains(c | 0x20) {
                value = value &* 16 &+ UInt32((c | 0x20) - 87)
            } else {
                break
            }
            k += 1
        }
        guard k > start else {
            t.text(UInt8(ascii: "&"))
            return i + 1
        }
        if k < b.count, b[k] == UInt8(ascii: ";") { k += 1 }
        if (128...159).contains(value) { value = CharacterReferences.windows1252[Int(value) - 128] }
        let isScalar = value != 0 && value <= 0x10FFFF && !(0xD800...0xDFFF).contains(value)
        t.scalar(isScalar ? value : 0xFFFD)
        return k
    }
}

/// The character references that bodies of postings use (WHATWG HTML, 13.5), and what numeric ones in the C1 range
/// mean. A name is packed from its bytes, at most eight.
enum CharacterReferences {
    static let windows1252: [UInt32] = [
        0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD,
        0x017D, 0xFFFD,
        0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD,
        0x017E, 0x0178,
    ]

    static func pack(_ s: String) -> UInt64 { s.utf8.reduce(0) { $0 << 8 | UInt64($1) } }

    /// Those that are read without `;` too.
    static let bare: [UInt64: UInt32] = Dictionary(
        uniqueKeysWithValues: [
            ("amp", 38), ("lt", 60), ("gt", 62), ("quot", 34), ("nbsp", 0xA0), ("copy", 0xA9), ("reg", 0xAE),
        ]
        .map { (pack($0.0), $0.1) })

    static let named: [UInt64: UInt32] = {
        var out = bare
        for pair in names.split(separator: " ") {
            let parts = pair.split(separator: "=")
            if parts.count == 2, let value = UInt32(parts[1], radix: 16) { out[pack(String(parts[0]))] = value }
        }
        return out
    }()

    private static let names = """
        apos=27 iexcl=A1 cent=A2 pound=A3 curren=A4 yen=A5 brvbar=A6 sect=A7 uml=A8 ordf=AA laquo=AB not=AC shy=AD macr=AF deg=B0 \
        plusmn=B1 sup2=B2 sup3=B3 acute=B4 micro=B5 para=B6 middot=B7 cedil=B8 sup1=B9 ordm=BA raquo=BB frac14=BC frac12=BD \
        frac34=BE iquest=BF Agrave=C0 Aacute=C1 Acirc=C2 Atilde=C3 Auml=C4 Aring=C5 AElig=C6 Ccedil=C7 Egrave=C8 Eacute=C9 \
        Ecirc=CA Euml=CB Igrave=CC Iacute=CD Icirc=CE Iuml=CF ETH=D0 Ntilde=D1 Ograve=D2 Oacute=D3 Ocirc=D4 Otilde=D5 Ouml=D6 \
        times=D7 Oslash=D8 Ugrave=D9 Uacute=DA Ucirc=DB Uuml=DC Yacute=DD THORN=DE szlig=DF agrave=E0 aacute=E1 acirc=E2 \
        atilde=E3 auml=E4 aring=E5 aelig=E6 ccedil=E7 egrave=E8 eacute=E9 ecirc=EA euml=EB igrave=EC iacute=ED icirc=EE iuml=EF \
        eth=F0 ntilde=F1 ograve=F2 oacute=F3 ocirc=F4 otilde=F5 ouml=F6 divide=F7 oslash=F8 ugrave=F9 uacute=FA ucirc=FB uuml=FC \
        yacute=FD thorn=FE yuml=FF OElig=152 oelig=153 Scaron=160 scaron=161 Zcaron=17D zcaron=17E Yuml=178 fnof=192 circ=2C6 tilde=2DC ensp=20 \
        emsp=20 thinsp=20 zwnj=200C zwj=200D lrm=200E rlm=200F ndash=2013 mdash=2014 lsquo=2018 rsquo=2019 sbquo=201A ldquo=201C \
        rdquo=201D bdquo=201E dagger=2020 Dagger=2021 bull=2022 hellip=2026 permil=2030 prime=2032 lsaquo=2039 rsaquo=203A \
        oline=203E frasl=2044 euro=20AC trade=2122 larr=2190 uarr=2191 rarr=2192 darr=2193 harr=2194 minus=2212 lowast=2217 \
        infin=221E asymp=2248 ne=2260 le=2264 ge=2265 check=2713 star=2606 starf=2605 Tab=20 NewLine=20 num=23 dollar=24 \
        percnt=25 lpar=28 rpar=29 ast=2A plus=2B comma=2C period=2E sol=2F colon=3A semi=3B equals=3D quest=3F commat=40 lsqb=5B \
        bsol=5C rsqb=5D lowbar=5F grave=60 lcub=7B verbar=7C rcub=7D lbrack=5B rbrack=5D vert=7C excl=21 hyphen=2010 dash=2010 \
        Abreve=102 abreve=103 Aogon=104 aogon=105 Cacute=106 cacute=107 Ccaron=10C ccaron=10D Dcaron=10E dcaron=10F Eogon=118 \
        eogon=119 Ecaron=11A ecaron=11B Lstrok=141 lstrok=142 Nacute=143 nacute=144 Ncaron=147 ncaron=148 Odblac=150 odblac=151 \
        Rcaron=158 rcaron=159 Sacute=15A sacute=15B Uring=16E uring=16F Udblac=170 udblac=171 Zacute=179 zacute=17A Zdot=17B \
        zdot=17C ohm=3A9 alpha=3B1 beta=3B2 gamma=3B3 delta=3B4 mu=3BC pi=3C0 sigma=3C3 omega=3C9 Delta=394 Sigma=3A3 Omega=3A9
        """
}
