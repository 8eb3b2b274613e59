#if Server
  internal import ArgumentParser
  internal import Foundation
  internal import HjelpChecks
  internal import HjelpCompiler
  internal import HjelpDiagnostics
  internal import HjelpReports
  internal import HjelpServer
  internal import HjelpTheme

  /// `hjelp serve`
  struct ServeCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "serve", abstract: "Serve pages and lookup, of content or of a built site.",
        discussion: """
          Flags win over the keys 'server' and 'cors' of the configuration. With --site, a \
          configuration is read only if --config names it.

          Example: hjelp serve Content --port 8080
          """)
    }

    @OptionGroup var content: ContentOptions

    @Option(help: "The folder of a built site, instead of content.")
    var site: String?

    @OptionGroup var server: ServerOptions

    @Flag(help: "Do not build again when a file changes.")
    var noWatch = false

    func run() async throws {
      if let site = site
        ?? EnvironmentSettings.text("site").flatMap({
          content.paths.isEmpty ? $0 : nil
        })
      {
        guard content.paths.isEmpty else {
          throw CommandFailure("name either content or --site, not both")
        }
        let file = content.configurationFile
        try await serve(site, try EnvironmentSettings.configuration(at: file))
        return
      }
      let hasContent = !content.paths.isEmpty || exists("hjelp.yml") || exists("Content")
      if !hasContent, exists("site/manifest.json") {
        try await serve("site", try EnvironmentSettings.configuration(at: nil))
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
      say("built", first.found)
      guard !noWatch else { return try await serve(site, first.settings) }
      let preview = SitePreview(script: Theme.preview)
      try await serve(site, first.settings, preview: preview) { server in
        await ContentWatch(content: content, preview: preview, first: first.pageMaker).run {
          let generation = preview.generation
          // One processor stays free for the pages that a writer waits for.
          let built = try await CommandFailure.translating {
            try await build(to: site, jobs: max(1, content.workers - 1))
          }
          server.reload(holding: generation)
          say("built again", built.found)
          return built.pageMaker
        } onFailure: { reason in
          switch self.server.format {
          case .text: Terminal.complain(reason)
          case .json:
            self.server.log.event("build.failed", level: .error, [("reason", .text(reason))])
          }
        }
      }
    }

    /// What a build gave.
    private struct Built {
      var settings: Configuration
      var found: String
      var pageMaker: PageMaker?
    }

    /// Builds the content.
    private func build(
      to site: String, jobs: Int? = nil
    ) async throws -> Built {
      let workspace = try content.workspace()
      let jobs = jobs ?? content.workers
      let inputs = InputStamps(
        workspace, settings: content.paths + EnvironmentSettings.decisive)
      let state = BuildState(inputs, ofSite: site)
      let articles = try await Content.read(
        workspace, jobs: jobs, keepsArticles: false, state: state)
      let options = BuildOptions(
        output: site, baseURL: nil, locales: [], jobs: jobs,
        rules: RuleSet(settings: workspace.configuration.rules), keepsDiagnostics: false)
      let summary = try await SiteBuild(articles, options: options, state: state).run(inputs)
      let found = ReportWriter.summary(of: summary.report).line
      return Built(
        settings: workspace.configuration, found: found, pageMaker: summary.pageMaker)
    }

    /// Tells that the content was built, and what was found.
    private func say(_ what: String, _ found: String) {
      guard !content.quiet else { return }
      switch server.format {
      case .text: Terminal.say("\(what): \(found)")
      case .json: server.log.event("build.finished", [("findings", .text(found))])
      }
    }

    private func serve(
      _ site: String, _ settings: Configuration, preview: SitePreview? = nil,
      beside work: (@Sendable (HjelpServer) async -> Void)? = nil
    ) async throws {
      let format = server.format
      do {
        let server = try HjelpServer(
          configuration: try server.configuration(site: site, settings), log: server.log,
          preview: preview)
        let worker = work.map { work in Task { await work(server) } }
        defer { worker?.cancel() }
        try await server.run { addresses in
          guard format == .text else { return }
          let address = addresses.site
          Terminal.say("help is at \(address) (stop it with Ctrl-C)")
          Terminal.say(
            "try: curl '\(address)v1/lookup?q=no%20recent%20synchronization&locale=nb-NO'")
          if let metrics = addresses.metrics { Terminal.say("metrics are at \(metrics)metrics") }
        }
      } catch let error as ServerError {
        throw CommandFailure(error.description)
      }
    }
  }
#endif
