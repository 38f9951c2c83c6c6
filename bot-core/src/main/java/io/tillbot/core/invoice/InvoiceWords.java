package io.tillbot.core.invoice;

import io.tillbot.core.billing.model.InvoiceStatus;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An invoice's state as a person sees it: WHMCS's statuses, and Overdue, which is derived. */
public final class InvoiceWords {
  private final Clock clock;

  public InvoiceWords(Clock clock) {
    this.clock = clock;
  }

  /** Whether it is unpaid and its due date has passed. */
  public boolean isOverdue(InvoiceStatus status, @Nullable LocalDate due) {
    return status == InvoiceStatus.UNPAID && due != null && due.isBefore(LocalDate.now(clock));
  }

  /** For how many whole days it has been overdue. */
  public long daysOverdue(LocalDate due) {
    return LocalDate.now(clock).toEpochDay() - due.toEpochDay();
  }

  /** The status in words, Overdue included. */
  public Text status(InvoiceStatus status, @Nullable LocalDate due) {
    String word =
        isOverdue(status, due)
            ? "overdue"
            : status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return Text.of("invoice.status." + word);
  }

  /** How the status feels. */
  public Tone tone(InvoiceStatus status, @Nullable LocalDate due) {
    return switch (status) {
      case UNPAID -> isOverdue(status, due) ? Tone.BAD : Tone.WARNING;
      case COLLECTIONS -> Tone.BAD;
      case PAID -> Tone.GOOD;
      case DRAFT, CANCELLED, REFUNDED, PAYMENT_PENDING, UNKNOWN -> Tone.NEUTRAL;
    };
  }
}
