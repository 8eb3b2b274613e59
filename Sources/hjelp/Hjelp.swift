import HjelpCommands

@main
enum Hjelp {
  static func main() async { await HjelpCommand.run() }
}
