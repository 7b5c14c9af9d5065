import ArgumentParser
import Base
import Foundation
import Reading
import Taxonomy

/// Makes the model of practices anew from the sentences of a folder.
struct TrainPracticesVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "train-practices", shouldDisplay: false)

    @Argument var folder: String
    @Option var out: String

    func run() async throws {
        let examples = try PracticeExample.all(in: folder)
        let text = PracticeTraining(Reader(taxonomy: .standard)).model(examples)
        try Data(text.utf8).write(to: URL(fileURLWithPath: out))
    }
}
