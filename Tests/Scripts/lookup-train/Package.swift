// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "lookup-train", platforms: [.macOS(.v15)],
  dependencies: [.package(name: "hjelp", path: "../../..", traits: [])],
  targets: [
    .executableTarget(
      name: "features", dependencies: [.product(name: "HjelpLookup", package: "hjelp")],
      path: "Sources/features")
  ])
