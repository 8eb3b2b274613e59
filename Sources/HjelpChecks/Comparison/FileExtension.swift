/// Endings that make a word a file name.
enum FileExtension {
  /// Whether these bytes, in any case, are the ending of a file's name.
  static func isKnown(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard (1...6).contains(bytes.count) else { return false }
    return known.contains(
      String(decoding: bytes.map { TextBytes.lowered($0) }, as: UTF8.self))
  }

  private static let known: Set<String> = [
    "h", "hpp", "cpp", "cs", "vb", "vbs", "js", "ts", "py", "ps1", "psm1", "psd1", "bat", "cmd",
    "exe", "dll", "msi", "msp", "sys", "inf", "ini", "cfg", "config", "conf", "json", "xml", "xsd",
    "xsl", "xslt", "yml", "yaml", "csv", "tsv", "txt", "log", "md", "html", "htm", "css", "zip",
    "cab", "iso", "img", "vhd", "vhdx", "pst", "ost", "nst", "oab", "msg", "eml", "ics", "vcf",
    "doc", "docx", "docm", "dot", "dotx", "dotm", "xls", "xlsx", "xlsm", "xlsb", "xlt", "xltx",
    "xla", "xlam", "ppt", "pptx", "pptm", "pot", "potx", "pps", "ppsx", "mdb", "accdb", "accde",
    "one", "pub", "vsd", "vsdx", "mpp", "pdf", "rtf", "odt", "ods", "odp", "png", "jpg", "jpeg",
    "gif", "svg", "bmp", "ico", "mp3", "mp4", "wav", "wmv", "avi", "mov", "evtx", "etl", "dmp",
    "reg", "rdp", "cer", "pfx", "p7b", "key", "pem", "crt", "admx", "adml", "manifest", "ocx",
    "tlb", "lib", "def", "idl", "rc", "asp", "aspx", "php", "jar", "apk", "ipa", "dmg", "pkg",
    "swift", "sh", "sql", "lnk", "tmp", "bak", "dat", "bin", "sln", "csproj", "vbproj", "plist",
  ]
}
