import ArgumentParser
import Base
import Glibc

@main struct Wheelhouse: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "wheelhouse",
        abstract: "The instrument by which people in IT, and those who hire them, see their labour market.",
        discussion: """
            It collects what employers publish, reads what they ask for, measures how it changes, and shows a person the \
            work that is in their wheelhouse. Start with `wheelhouse demo`.

            Exit status: 0 done, 1 the world failed, 2 usage, 3 refused (too few data), 4 not found.
            """,
        version: "0.1.0",
        subcommands: [
            AdVerb.self,
            ArchiveVerb.self,
            DemoVerb.self,
            EvaluateVerb.self,
            ImportVerb.self,
            InternalVerb.self,
            MarketVerb.self,
            MeVerb.self,
            OpeningVerb.self,
            PayVerb.self,
            PollVerb.self,
            PracticeVerb.self,
            ReadVerb.self,
            RebuildVerb.self,
            ReportVerb.self,
            RereadVerb.self,
            RoleVerb.self,
            SearchVerb.self,
            ServeVerb.self,
            SkillVerb.self,
            SourcesVerb.self,
            TaxonomyVerb.self,
            TrendVerb.self,
            VerifyVerb.self,
        ])

    static func main() async {
        // A closed pipe is the reader's way to say "enough": `Output.write` ends quietly on EPIPE.
        signal(SIGPIPE, SIG_IGN)
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let fault as Fault {
            Output.note("wheelhouse: \(fault.description)")
            Glibc.exit(fault.exitStatus)
        } catch {
            let code = exitCode(for: error)
            guard code == .validationFailure else { exit(withError: error) }
            Output.note(fullMessage(for: error))
            Glibc.exit(2)
        }
    }
}
