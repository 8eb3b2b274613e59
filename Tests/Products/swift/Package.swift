// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "ask",
  platforms: [.macOS(.v15)],
  dependencies: [
    // A program of your own names the address of the repository instead, and a version.
    .package(name: "hjelp", path: "../../..", traits: [])
  ],
  targets: [
    .executableTarget(
      name: "ask", dependencies: [.product(name: "HjelpLookup", package: "hjelp")])
  ]
)
