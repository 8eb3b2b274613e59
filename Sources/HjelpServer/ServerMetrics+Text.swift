internal import HjelpLocale
internal import HjelpLookup

extension ServerMetrics {
  /// All metrics as Prometheus reads them.
  func text(site: CurrentSite) -> String {
    var text = MetricsText()
    writeRequests(to: &text)
    writeAnswers(to: &text)
    writeReleases(site, to: &text)
    writeProcess(to: &text)
    return text.text
  }

  private func writeRequests(to text: inout MetricsText) {
    text.begin(
      "hjelp_http_requests_total", .counter,
      "Requests by kind of address and class of the response's status.")
    for route in Route.allCases {
      for (status, count) in zip(Self.statusClasses, requests(route)) {
        text.sample(
          "hjelp_http_requests_total",
          [("route", route.name.description), ("status", status.description)], count)
      }
    }
    text.begin(
      "hjelp_http_request_duration_seconds", .histogram,
      "Time from a request's head to its response, which is then sent.")
    for route in Route.allCases {
      let durations = durations(route)
      let label: (StaticString, String) = ("route", route.name.description)
      let counts = durations.cumulative
      let bounds = DurationHistogram.bounds.map { String(Double($0) / 1e9) } + ["+Inf"]
      for (bound, count) in zip(bounds, counts) {
        text.sample("hjelp_http_request_duration_seconds_bucket", [label, ("le", bound)], count)
      }
      text.sample(
        "hjelp_http_request_duration_seconds_sum", [label], Double(durations.sum) / 1e9)
      text.sample("hjelp_http_request_duration_seconds_count", [label], counts.last ?? 0)
    }
    text.single(
      "hjelp_http_requests_in_flight", .gauge, "Requests that are being answered.", inFlight)
  }

  private func writeAnswers(to text: inout MetricsText) {
    text.begin(
      "hjelp_lookup_answers_total", .counter,
      "Answers to questions by status and by the locale that answered.")
    for (locale, counters) in answersByLocale {
      for status in LookupStatus.allCases {
        text.sample(
          "hjelp_lookup_answers_total",
          [("status", status.rawValue), ("locale", locale.description)], counters[status].value)
      }
    }
    text.begin(
      "hjelp_lookup_cache_requests_total", .counter,
      "Questions whose answer was found in memory (hit) or was not (miss).")
    text.sample("hjelp_lookup_cache_requests_total", [("result", "hit")], cacheHits.value)
    text.sample("hjelp_lookup_cache_requests_total", [("result", "miss")], cacheMisses.value)
    text.begin(
      "hjelp_unanswered_questions_total", .counter,
      "Questions without an answer that were written to the log, or dropped.")
    text.sample("hjelp_unanswered_questions_total", [("result", "written")], questionsWritten.value)
    text.sample("hjelp_unanswered_questions_total", [("result", "dropped")], questionsDropped.value)
  }

  private func writeReleases(_ site: CurrentSite, to text: inout MetricsText) {
    text.begin("hjelp_release_info", .gauge, "The release that is served, by its hash.")
    if let snapshot = site.snapshot {
      text.sample("hjelp_release_info", [("release", snapshot.hash)], 1)
    }
    text.single(
      "hjelp_release_refused", .gauge,
      "1 if the release that lies in the folder is not the one that is served.",
      site.refusal == nil ? 0 : 1)
    text.begin("hjelp_release_loads_total", .counter, "Releases that were loaded or refused.")
    text.sample("hjelp_release_loads_total", [("result", "served")], releasesServed.value)
    text.sample("hjelp_release_loads_total", [("result", "refused")], releasesRefused.value)
  }

  private func writeProcess(to text: inout MetricsText) {
    let process = ProcessFigures()
    text.single(
      "process_start_time_seconds", .gauge, "When the process started, in seconds since 1970.",
      process.startTime)
    text.single(
      "process_cpu_seconds_total", .counter, "Time of the processors, in seconds.",
      process.processorTime)
    text.single(
      "process_resident_memory_bytes", .gauge, "Memory that the process holds, in bytes.",
      process.residentMemory)
    text.single(
      "process_open_fds", .gauge, "Files and connections that are open.", process.openFiles)
    text.single(
      "process_max_fds", .gauge, "Files and connections that can be open.", process.maximumFiles)
  }
}
