import ArgumentParser

@main struct Wheelhouse: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "wheelhouse", abstract: "The instrument by which people in IT, and those who hire them, see their labour market.")
}
