import Insight
import Market
import Taxonomy

extension OpenAPI {
    private static let witness: [(String, Schema)] = [
        ("n", .integer), ("companies", .integer), ("largestPart", .number), ("sources", .integer),
        ("window", .ref("Window")), ("panel", .string),
        ("readerVersion", .string), ("generation", .integer),
    ]

    /// In the order of the document. Names are those that routes use.
    static let schemas: [(String, Schema)] = [
        (
            "Problem",
            .all([("type", .string), ("title", .string), ("status", .integer), ("detail", .string), ("code", .string)])
        ),
        ("Window", .all([("from", .string), ("to", .string)])),
        ("Interval", .all([("low", .number), ("high", .number), ("level", .number)])),
        (
            "Finding",
            .all(
                [
                    ("name", .string), ("sentence", .string),
                    ("verdict", .oneOf(["rises", "falls", "cannot tell", "level", "refused"])),
                    ("refusal", .nullable(.string)), ("unit", .oneOf(["share", "ratio", "count", "money", "index"])),
                    ("value", .nullable(.number)),
                    ("interval", .nullable(.ref("Interval"))), ("p", .nullable(.number)),
                    ("adjusted", .nullable(.number)),
                ] + witness + [("caveats", .array(.string)), ("query", .string), ("openings", .string)])
        ),
        (
            "Point",
            .all([
                ("month", .string), ("asked", .integer), ("openings", .integer), ("companies", .integer),
                ("share", .nullable(.number)),
                ("low", .nullable(.number)), ("high", .nullable(.number)), ("refusal", .nullable(.string)),
                ("partial", .boolean),
            ])
        ),
        ("Series", .all([("name", .string), ("change", .ref("Finding")), ("points", .array(.ref("Point")))])),
        (
            "Revision",
            .all([
                ("subject", .string), ("day", .string), ("generation", .integer), ("readerBefore", .string),
                ("reader", .string), ("before", .integer), ("after", .integer),
            ])
        ),
        ("Spoke", .all([("practice", .string), ("finding", .ref("Finding"))])),
        (
            "Wheel",
            .all(
                [("name", .string), ("refusal", .nullable(.string))] + witness + [
                    ("spokes", .array(.ref("Spoke"))), ("breadth", .ref("Finding")),
                ])
        ),
        (
            "Movers",
            .all([
                ("tested", .integer), ("rising", findings), ("falling", findings), ("cannotTell", findings),
                ("refused", findings),
            ])
        ),
        ("Quantile", .all([("level", .number), ("finding", .ref("Finding"))])),
        (
            "PayPicture",
            .all([
                ("name", .string), ("currency", .nullable(.string)), ("disclosure", .ref("Finding")),
                ("quantiles", .array(.ref("Quantile"))),
                ("otherCurrencies", .array(.all([("currency", .string), ("openings", .integer)]))),
            ])
        ),
        (
            "Demand",
            .all([
                ("openNow", .integer), ("newThisMonth", .integer), ("companies", .integer), ("share", .ref("Finding")),
                ("change", .ref("Finding")),
                ("payDisclosed", .ref("Finding")),
            ])
        ),
        (
            "Companion",
            .all([
                ("skill", .string), ("name", .string), ("lift", .number), ("g2", .number),
                ("explainedByRole", .boolean), ("share", .ref("Finding")),
            ])
        ),
        (
            "MarketToday",
            .all([
                ("sentence", .string), ("headline", .nullable(.ref("Finding"))), ("openNow", .integer),
                ("newThisMonth", .integer), ("asOf", .string),
                ("sources", .integer), ("caveats", .array(.string)), ("movers", .ref("Movers")),
                ("wheel", .ref("Wheel")), ("disclosure", .ref("Finding")),
            ])
        ),
        (
            "Ask",
            .all([("id", .string), ("name", .string), ("status", .oneOf(["negated", "context", "nice", "required"]))])
        ),
        (
            "Line",
            .all([
                ("id", .string), ("title", .string), ("company", .nullable(.string)), ("place", .nullable(.string)),
                ("mode", .oneOf(WorkMode.allCases.map(\.id))),
                ("role", .oneOf(RoleFamily.allCases.map(\.id))), ("seniority", .oneOf(Seniority.allCases.map(\.id))),
                ("pay", .nullable(.string)),
                ("first_seen", .string), ("last_seen", .string), ("open", .boolean), ("copies", .integer),
                ("on_call", .oneOf(OnCall.allCases.map(\.id))),
                ("skills", .array(.ref("Ask"))), ("practices", .array(.string)), ("url", .nullable(.string)),
                ("attribution", .string),
            ])
        ),
        ("Choice", .all([("name", .string), ("n", .integer), ("chosen", .boolean), ("openings", .string)])),
        (
            "Openings",
            .all([
                ("query", .string), ("notes", .array(.all([("token", .string), ("sentence", .string)]))),
                ("total", .integer), ("exact", .boolean),
                ("next", .nullable(.string)), ("openings", .array(.ref("Line"))),
                (
                    "facets",
                    .all(
                        [
                            "role", "way_of_working", "pay", "skill", "practice", "seniority", "country", "on_call",
                            "employer",
                        ].map {
                            ($0, .array(.ref("Choice")))
                        })
                ),
            ])
        ),
        (
            "Facts",
            .all([
                ("language", .string),
                (
                    "skills",
                    .array(
                        .all([
                            ("id", .string), ("status", .string), ("start", .integer), ("end", .integer),
                            ("quoted_text", .string),
                        ]))
                ),
                (
                    "practices",
                    .array(.all([("id", .string), ("start", .integer), ("end", .integer), ("quoted_text", .string)]))
                ),
                (
                    "pay",
                    .nullable(
                        .all([
                            ("min", .nullable(.number)), ("max", .nullable(.number)), ("currency", .nullable(.string)),
                            ("period", .string),
                            ("annual_min", .nullable(.number)), ("annual_max", .nullable(.number)),
                            ("quoted_text", .string),
                        ]))
                ), ("mode", .string), ("eligible", .array(.string)), ("on_call", .string),
            ])
        ),
        (
            "Opening",
            .all([
                ("opening", .ref("Line")), ("facts", .ref("Facts")),
                (
                    "sightings",
                    .array(
                        .all([
                            ("board", .string), ("first", .string), ("last", .string), ("absent", .nullable(.string)),
                            ("reason", .string),
                        ]))
                ), ("attribution", .string), ("reader", .string), ("generation", .integer),
            ])
        ),
        (
            "Skills",
            .all([
                ("asked", findings), ("movers", .ref("Movers")),
                ("index", .array(.all([("id", .string), ("name", .string), ("openings", .integer)]))),
            ])
        ),
        (
            "Skill",
            .all([
                ("skill", .string), ("name", .string), ("kind", .string), ("spellings", .array(.string)),
                ("demand", .ref("Demand")), ("series", .ref("Series")), ("revisions", revisions),
                ("companions", .array(.ref("Companion"))), ("pay", .ref("PayPicture")),
            ])
        ),
        ("Practices", .all([("wheel", .ref("Wheel")), ("changes", findings)])),
        (
            "Practice",
            .all([
                ("practice", .string), ("share", .ref("Finding")), ("series", .ref("Series")),
                ("revisions", revisions), ("roles", findings), ("skills", findings),
            ])
        ),
        (
            "Roles",
            .all([("roles", findings), ("wheels", .array(.all([("role", .string), ("wheel", .ref("Wheel"))])))])
        ),
        (
            "Role",
            .all([
                ("role", .string), ("name", .string), ("demand", .ref("Demand")), ("wheel", .ref("Wheel")),
                ("skills", findings), ("series", .ref("Series")),
                ("pay", .ref("PayPicture")),
                ("seniority", .array(.all([("level", .string), ("n", .integer), ("openings", .string)]))),
            ])
        ),
        (
            "Trends",
            .all([
                ("months", .integer), ("query", .string), ("notes", .array(.string)),
                ("series", .array(.ref("Series"))), ("revisions", revisions),
            ])
        ),
        (
            "Pay",
            .all([
                ("query", .string), ("all", .ref("PayPicture")), ("roles", .array(.ref("PayPicture"))),
                ("seniority", .array(.ref("PayPicture"))),
            ])
        ),
        (
            "Sources",
            .all([
                ("sentence", .string), ("postings", .integer), ("openings", .integer),
                (
                    "sources",
                    .array(
                        .all([
                            ("board", .string), ("kind", .string), ("outcome", .string), ("fault", .nullable(.string)),
                            ("last_poll", .nullable(.string)),
                            ("watched_since", .nullable(.string)), ("open", .integer), ("alarms", .array(.string)),
                        ]))
                ),
            ])
        ),
        (
            "AdCheck",
            .all([
                ("sentence", .string), ("role", .string), ("seniority", .string),
                (
                    "compared_with",
                    .all([("words", .string), ("n", .integer), ("query", .string), ("openings", .string)])
                ),
                (
                    "requirements",
                    .array(
                        .all([
                            ("skill", .nullable(.string)), ("status", .string), ("quoted_text", .string),
                            ("share", .ref("Finding")),
                        ]))
                ), ("practices", .array(.string)), ("wheel", .ref("Wheel")), ("stated_pay", .nullable(.string)),
                ("pay", .ref("PayPicture")),
                ("unclear", .array(.all([("what", .string), ("sentence", .string)]))),
            ])
        ),
        ("Doubt", .all([("noted", .boolean)])),
        (
            "Estimate",
            .all([("value", .nullable(.number)), ("low", .nullable(.number)), ("high", .nullable(.number))])
        ),
        (
            "Reading",
            .all([
                ("reader", .string),
                (
                    "accuracy",
                    .nullable(
                        .object(
                            [
                                ("date", .string), ("reader", .string),
                                (
                                    "sets",
                                    .array(
                                        .all([
                                            ("title", .string), ("drawn", .string), ("records", .integer),
                                            (
                                                "fields",
                                                .array(
                                                    .object(
                                                        [
                                                            ("name", .string), ("precision", .ref("Estimate")),
                                                            ("recall", .ref("Estimate")), ("f1", .ref("Estimate")),
                                                            ("share", .ref("Estimate")), ("n", .integer),
                                                            ("lower_is_better", .boolean),
                                                        ], required: ["name", "n"]))
                                            ),
                                        ]))
                                ),
                            ], required: ["date", "reader", "sets"]))
                ),
            ])
        ),
        (
            "Report",
            .all([
                ("month", .string), ("headline", .string), ("opened", .integer), ("openNow", .integer),
                ("companies", .integer), ("sources", .integer),
                ("readerVersion", .string), ("generation", .integer), ("tested", .integer), ("wheel", .ref("Wheel")),
                ("changed", findings),
                ("practices", findings), ("rising", findings), ("falling", findings), ("cannotTell", findings),
                ("pay", .ref("PayPicture")),
                ("hiring", .array(.all([("company", .string), ("n", .integer), ("openings", .string)]))),
                ("sourceFailures", .array(.all([("board", .string), ("sentence", .string)]))),
            ])
        ),
    ]
    private static let findings = Schema.array(.ref("Finding"))
    private static let revisions = Schema.array(.ref("Revision"))
}
