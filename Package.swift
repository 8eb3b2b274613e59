// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

/// A target of the package: the settings are the same everywhere.
func target(
  _ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource]? = nil
) -> Target {
  .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

/// A test target of the package, named after the target that it tests.
func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.init(stringLiteral: name)] + dependencies,
    swiftSettings: settings)
}

/// The Swift runtime inside the program, where it is released: it starts in less than half the time. Others who
/// depend on this package link its libraries, which have no unsafe flags.
let staticRuntime: [LinkerSetting] =
  [.unsafeFlags(["-static-stdlib"], .when(platforms: [.linux], configuration: .release))]
  + [
    "FoundationInternationalization", "FoundationEssentials", "CoreFoundation", "_FoundationICU",
    "_FoundationCShims", "_FoundationCollections", "swiftSynchronization", "swiftDispatch",
    "dispatch", "BlocksRuntime",
  ].map { .linkedLibrary($0, .when(platforms: [.linux], configuration: .release)) }

/// Whether the targets of Tests/Fuzzing are built for libFuzzer: see Tests/Robustness/fuzz.py. Without it the
/// libraries have no unsafe flags, so that others can depend on them.
let isFuzzed = Context.environment["HJELP_FUZZ"] != nil

let package = Package(
  name: "hjelp",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "hjelp", targets: ["hjelp"]),
    .library(name: "HjelpLookup", targets: ["HjelpLookup"]),
    .library(name: "HjelpLookupC", type: .dynamic, targets: ["HjelpLookupC"]),
    .library(name: "HjelpArticle", targets: ["HjelpArticle"]),
    .library(name: "HjelpChecks", targets: ["HjelpChecks"]),
  ],
  traits: [
    .trait(name: "Server", description: "The command `serve`, and with it Hummingbird."),
    .trait(name: "PostgreSQL", description: "Unanswered questions in a database, through libpq."),
    .default(enabledTraits: ["Server"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0", traits: []),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CCMark", pkgConfig: "libcmark",
      providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
    .target(name: "CHjelpSystem"),
    target("HjelpEncoding"),
    target("HjelpLocale"),
    target("HjelpDiagnostics"),
    target("HjelpArticle", ["HjelpDiagnostics", "HjelpLocale"]),
    target("HjelpMarkdown", ["CCMark", "CHjelpSystem", "HjelpDiagnostics", "HjelpEncoding"]),
    target("HjelpLookup"),
    .systemLibrary(name: "CHjelpLookup", path: "Sources/HjelpLookupC/include"),
    .target(
      name: "HjelpLookupC", dependencies: ["CHjelpLookup", "HjelpLookup"],
      exclude: ["include", "build-library.sh", "exports.map"], swiftSettings: settings),
    target("HjelpChecks", ["HjelpArticle", "HjelpMarkdown", "HjelpLocale", "HjelpDiagnostics"]),
    target("HjelpReports", ["HjelpDiagnostics", "HjelpEncoding"]),
    target("HjelpRelease", ["HjelpEncoding", .product(name: "Crypto", package: "swift-crypto")]),
    target("HjelpAnswers", ["HjelpLookup", "HjelpLocale", "HjelpEncoding", "HjelpRelease"]),
    .systemLibrary(
      name: "CPostgreSQL", pkgConfig: "libpq",
      providers: [.apt(["libpq-dev"]), .brew(["libpq"])]),
    target(
      "HjelpDatabase",
      [
        "HjelpAnswers", "HjelpEncoding",
        .target(name: "CPostgreSQL", condition: .when(traits: ["PostgreSQL"])),
      ]),
    target("HjelpOpenAPI", [], resources: [.embedInCode("Resources")]),
    target("HjelpTheme", [], resources: [.embedInCode("Resources")]),
    target(
      "HjelpSite",
      ["HjelpArticle", "HjelpMarkdown", "HjelpLocale", "HjelpEncoding", "HjelpDiagnostics"]),
    target(
      "HjelpCompiler",
      [
        "CHjelpSystem", "HjelpArticle", "HjelpMarkdown", "HjelpLocale", "HjelpEncoding",
        "HjelpDiagnostics", "HjelpLookup", "HjelpChecks", "HjelpReports", "HjelpRelease",
        "HjelpSite", "HjelpTheme",
        .product(name: "Yams", package: "Yams"), .product(name: "Crypto", package: "swift-crypto"),
      ]),
    target(
      "HjelpServer",
      [
        "HjelpAnswers", "HjelpRelease", "HjelpLocale", "HjelpLookup", "HjelpEncoding",
        "HjelpOpenAPI", "HjelpDatabase",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOEmbedded", package: "swift-nio"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        .product(name: "NIOHTTPCompression", package: "swift-nio-extras"),
      ]),
    target(
      "HjelpCommands",
      [
        "HjelpCompiler", "HjelpReports", "HjelpAnswers", "HjelpDiagnostics", "HjelpChecks",
        "HjelpArticle", "HjelpLookup", "HjelpLocale", "HjelpRelease", "HjelpEncoding", "HjelpTheme",
        "HjelpSite", "HjelpDatabase",
        .target(name: "HjelpServer", condition: .when(traits: ["Server"])),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Configuration", package: "swift-configuration"),
      ]),
    .target(
      name: "TestSupport", dependencies: ["HjelpArticle", "HjelpDiagnostics", "HjelpLocale"],
      path: "Tests/TestSupport", swiftSettings: settings),
    .target(
      name: "Fuzzing",
      dependencies: [
        "HjelpArticle", "HjelpChecks", "HjelpCompiler", "HjelpDiagnostics", "HjelpLocale",
        "HjelpLookup", "HjelpMarkdown", "HjelpRelease", "HjelpSite",
      ],
      path: "Tests/Fuzzing", swiftSettings: settings),
    tests("Fuzzing", ["HjelpLookup", "TestSupport"]),
    tests("HjelpArticle", ["HjelpDiagnostics", "HjelpLocale", "TestSupport"]),
    tests("HjelpDiagnostics", []),
    tests("HjelpEncoding", []),
    tests("HjelpLocale", []),
    tests("HjelpMarkdown", ["HjelpArticle", "TestSupport"]),
    tests("HjelpLookup", []),
    tests(
      "HjelpChecks", ["HjelpArticle", "HjelpDiagnostics", "HjelpLocale", "HjelpMarkdown"]),
    tests("HjelpReports", ["HjelpDiagnostics"]),
    tests("HjelpSite", ["HjelpArticle", "HjelpLocale", "HjelpMarkdown", "HjelpDiagnostics"]),
    tests("HjelpRelease", []),
    tests("HjelpAnswers", ["HjelpRelease", "HjelpLookup", "HjelpLocale", "HjelpEncoding"]),
    tests(
      "HjelpCompiler",
      [
        "HjelpAnswers", "HjelpArticle", "HjelpChecks", "HjelpDiagnostics", "HjelpLocale",
        "HjelpLookup", "HjelpRelease", "TestSupport",
      ]),
    tests(
      "HjelpServer",
      [
        "HjelpAnswers", "HjelpRelease", "HjelpLookup", "HjelpLocale",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdTesting", package: "hummingbird"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
      ]),
    tests("hjelp", []),
    .executableTarget(
      name: "hjelp", dependencies: ["HjelpCommands"], swiftSettings: settings,
      linkerSettings: staticRuntime),
  ]
)

if isFuzzed {
  let sanitizers = ["-sanitize=fuzzer,address"]
  for target in package.targets where target.type == .regular {
    if target.swiftSettings != nil {
      target.swiftSettings?.append(.unsafeFlags(sanitizers))
    } else {
      target.cSettings = [.unsafeFlags(["-fsanitize=fuzzer-no-link,address"])]
    }
  }
  package.products.append(
    .library(name: "HjelpFuzz", type: .static, targets: ["FuzzingEntry"]))
  package.targets.append(
    .target(
      name: "FuzzingEntry", dependencies: ["Fuzzing"], path: "Tests/FuzzingEntry",
      swiftSettings: settings + [.unsafeFlags(sanitizers)]))
}
