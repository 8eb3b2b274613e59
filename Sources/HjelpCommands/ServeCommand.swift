#if Server
  internal import ArgumentParser
  internal import Foundation
  internal import HjelpChecks
  internal import HjelpCompiler
  internal import HjelpDiagnostics
  internal import HjelpServer

  /// `hjelp serve`
  struct ServeCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "serve", abstract: "Serve pages and lookup, of content or of a built site.",
        discussion: "Example: hjelp serve Content --port 8080")
    }

    @OptionGroup var content: ContentOptions

    @Option(help: "The folder of a built site, instead of content.")
    var site: String?

    @Option(help: "The address to listen on.")
    var host = "127.0.0.1"

    @Option(help: "The port to listen on; 0 for any.")
    var port = 8080

    @Flag(help: "Do not build again when a file changes.")
    var noWatch = false

    func run() async throws {
      if let site {
        guard content.paths.isEmpty else {
          throw CommandFailure("name either content or --site, not both")
        }
        try await serve(site)
        return
      }
      let hasContent = !content.paths.isEmpty || exists("hjelp.yml") || exists("Content")
      if !hasContent, exists("site/manifest.json") {
        try await serve("site")
        return
      }
      try await serveContent()
    }

    private func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    private func serveContent() async throws {
      let folder =
        FileManager.default.temporaryDirectory.path
        + "/hjelp-\(ProcessInfo.processInfo.processIdentifier)"
      defer { try? FileManager.default.removeItem(atPath: folder) }
      do {
        try FileManager.default.createDirectory(
          atPath: folder, withIntermediateDirectories: true)
      } catch {
        throw CommandFailure("'\(folder)' cannot be made: \(error.localizedDescription)")
      }
      let site = folder + "/site"
      let first = try await CommandFailure.translating { try await build(to: site) }
      if !content.quiet { Terminal.say(first) }
      let watcher = noWatch ? nil : Task { await watch(site) }
      defer { watcher?.cancel() }
      try await serve(site)
    }

    /// Builds the content and says what was found.
    private func build(to site: String) async throws -> String {
      let workspace = try content.workspace()
      let articles = try await Content.read(workspace, jobs: content.workers)
      let options = BuildOptions(
        output: site, baseURL: nil, locales: [], jobs: content.workers,
        rules: RuleSet(levels: workspace.configuration.rules))
      let summary = try await SiteBuild(articles, options: options).run()
      return ReportWriter(report: summary.report, minimum: .warning).summary
    }

    /// Builds again when a file changes; the server takes the new release over by itself.
    private func watch(_ site: String) async {
      var known = try? content.workspace().fingerprint
      while !Task.isCancelled {
        try? await Task.sleep(for: .milliseconds(300))
        guard let now = try? content.workspace().fingerprint, now != known else { continue }
        known = now
        do {
          let summary = try await CommandFailure.translating { try await build(to: site) }
          if !content.quiet { Terminal.say("built again: \(summary)") }
        } catch let failure as CommandFailure {
          Terminal.complain(failure.message)
        } catch {
          Terminal.complain("\(error)")
        }
      }
    }

    private func serve(_ site: String) async throws {
      do {
        let configuration = ServerConfiguration(site: site, host: host, port: port)
        let server = try HjelpServer(configuration: configuration)
        try await server.run { address in
          Terminal.say("help is at \(address) (stop it with Ctrl-C)")
          Terminal.say(
            "try: curl '\(address)v1/lookup?q=no%20recent%20synchronization&locale=nb-NO'")
        }
      } catch {
        throw CommandFailure(error.description)
      }
    }
  }
#endif
