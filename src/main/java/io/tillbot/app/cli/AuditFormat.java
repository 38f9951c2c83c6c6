package io.tillbot.app.cli;

import java.io.PrintStream;

/** In which form the audit trail is given away. */
enum AuditFormat {
  csv {
    @Override
    AuditExport to(PrintStream out) {
      return new AuditCsv(out);
    }
  },
  jsonl {
    @Override
    AuditExport to(PrintStream out) {
      return new AuditJsonLines(out);
    }
  };

  /** Begins to write; whoever closes it does not close the stream. */
  abstract AuditExport to(PrintStream out);
}
