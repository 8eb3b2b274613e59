internal import ArgumentParser
internal import HjelpReports

extension ReportFormat: ExpressibleByArgument {}
