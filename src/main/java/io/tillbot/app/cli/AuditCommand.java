package io.tillbot.app.cli;

import io.tillbot.adapter.store.AuditFinding;
import io.tillbot.app.Wiring;
import io.tillbot.app.config.ConfigurationReader;
import io.tillbot.core.audit.AuditFilter;
import io.tillbot.core.audit.ChainHead;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** {@code ./tillbot audit}: what was done and refused, verified and given away. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Verifies and exports the audit trail.",
    synopsisSubcommandLabel = "COMMAND")
public final class AuditCommand {
  private static final int FINDINGS = 1;

  private final Streams streams;
  private final Map<String, String> environment;
  private final Clock clock;

  public AuditCommand(Streams streams, Map<String, String> environment, Clock clock) {
    this.streams = streams;
    this.environment = environment;
    this.clock = clock;
  }

  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description = {
        "Goes through the whole audit trail and names every row that was changed, taken away, put",
        "elsewhere or added. That an older copy of the whole database was put back is found only",
        "with --head. The bot may run meanwhile."
      },
      exitCodeListHeading = "%nExit status:%n",
      exitCodeList = {"0:it is whole", "1:something was found", "2:wrong use"})
  int verify(
      @Option(
              names = "--head",
              paramLabel = "CHAIN:COUNT:MAC",
              description =
                  "a head that was logged (\"audit head ...\") or printed by an earlier verify;"
                      + " may be given several times")
          @Nullable List<String> noted) {
    List<ChainHead> heads = noted == null ? List.of() : noted.stream().map(this::head).toList();
    AtomicLong found = new AtomicLong();
    try (Wiring wiring = wiring()) {
      List<ChainHead> now =
          wiring.auditTrail().verify(heads, finding -> tell(finding, found.incrementAndGet()));
      long rows = now.stream().mapToLong(ChainHead::count).sum();
      streams
          .out()
          .println(
              found.get() == 0
                  ? "The audit trail is whole: %d rows.".formatted(rows)
                  : "%d findings.".formatted(found.get()));
      now.stream().filter(head -> head.count() > 0).forEach(head -> streams.out().println(head));
    }
    return found.get() == 0 ? ExitCode.OK : FINDINGS;
  }

  private void tell(AuditFinding finding, long number) {
    // Whoever tampers with a million rows must not hide the first under the last.
    streams.out().println(number + ". " + finding);
  }

  private ChainHead head(String text) {
    return ChainHead.read(text)
        .orElseThrow(() -> new WrongUseException("--head is CHAIN:COUNT:MAC, as the log has it"));
  }

  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description = {
        "Writes the audit trail to standard output, in the order of time. People are pseudonyms.",
        "The bot may run meanwhile. A row that cannot be read is named on standard error, and the",
        "others are written."
      },
      exitCodeListHeading = "%nExit status:%n",
      exitCodeList = {"0:all rows were written", "1:some cannot be read", "2:wrong use"})
  int export(
      @Option(names = "--format", required = true, description = "csv, or jsonl: one object a line")
          AuditFormat format,
      @Option(names = "--since", paramLabel = "DAY", description = "that day or later (UTC)")
          @Nullable LocalDate since,
      @Option(names = "--until", paramLabel = "DAY", description = "that day or earlier (UTC)")
          @Nullable LocalDate until)
      throws IOException {
    AuditFilter filter =
        AuditFilter.between(
            Optional.ofNullable(since).map(AuditCommand::beginning),
            Optional.ofNullable(until).map(day -> beginning(day.plusDays(1))));
    try (Wiring wiring = wiring()) {
      // A trail that is damaged is given away all the same: it may be evidence.
      wiring.audit("audit export", Map.of("format", format.name()));
      try (AuditExport export = format.to(streams.out())) {
        AtomicLong unreadable = new AtomicLong();
        wiring
            .auditTrail()
            .each(
                filter, export::write, finding -> passOver(finding, unreadable.incrementAndGet()));
        if (unreadable.get() > 0) {
          streams
              .err()
              .println(
                  "Rows that are left out: %d. ./tillbot audit verify tells more."
                      .formatted(unreadable.get()));
          return FINDINGS;
        }
      }
    }
    return ExitCode.OK;
  }

  private void passOver(AuditFinding finding, long number) {
    streams.err().println(number + ". " + finding);
  }

  private static Instant beginning(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private Wiring wiring() {
    return Wiring.of(ConfigurationReader.read(environment), clock);
  }
}
