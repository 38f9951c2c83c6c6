package io.tillbot.core.operation;

import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.BillingWrites;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A change made again from what was written down: it can be told of and looked for. It refuses to
 * be shown, agreed to or sent, since parts that only those need are not remembered.
 *
 * @param <A> what the API answers
 */
public final class Recalled<A> implements Change<A> {
  private static final Logger LOG = LoggerFactory.getLogger(Recalled.class);

  private final Change<A> change;

  private Recalled(Change<A> change) {
    this.change = change;
  }

  /**
   * The change that is read; where it cannot be, one that proves nothing.
   *
   * @param reading throws when something was not written down, or cannot be read
   * @param name what to call it when it cannot be read
   * @param whereToLook puts on a card where a person sees whether it was done
   */
  public static Change<?> of(
      Supplier<? extends Change<?>> reading, Text name, Consumer<Reply.Builder> whereToLook) {
    try {
      return new Recalled<>(reading.get());
    } catch (RuntimeException unreadable) {
      // Its message may hold what could not be read, which may be private.
      LOG.warn("cannot be recalled: {} ({})", name.key(), unreadable.getClass().getName());
      return new Recalled<>(new Unreadable(name, whereToLook));
    }
  }

  @Override
  public Text subject() {
    return change.subject();
  }

  @Override
  public Set<Target> targets() {
    return change.targets();
  }

  @Override
  public Commitment commitment() {
    return change.commitment();
  }

  @Override
  public Map<String, String> memory() {
    return change.memory();
  }

  @Override
  public Finding find(Optional<A> told, BillingReads reads, CreditTrail trail) {
    return change.find(told, reads, trail);
  }

  @Override
  public void whereToLook(Reply.Builder card) {
    change.whereToLook(card);
  }

  @Override
  public Reply.Builder preview() {
    throw onlyLookedFor();
  }

  @Override
  public Snapshot snapshot() {
    throw onlyLookedFor();
  }

  @Override
  public ApiResult<A> send(BillingWrites writes) {
    throw onlyLookedFor();
  }

  private static IllegalStateException onlyLookedFor() {
    return new IllegalStateException("a recalled change is only looked for");
  }

  /** Nobody knows any more what it concerns nor what proves it. */
  private record Unreadable(Text subject, Consumer<Reply.Builder> look) implements Change<Object> {
    @Override
    public Set<Target> targets() {
      return Set.of(Target.client());
    }

    @Override
    public Commitment commitment() {
      return Commitment.open();
    }

    @Override
    public Finding find(Optional<Object> told, BillingReads reads, CreditTrail trail) {
      return Finding.Unproven.without();
    }

    @Override
    public void whereToLook(Reply.Builder card) {
      look.accept(card);
    }

    @Override
    public Reply.Builder preview() {
      throw onlyLookedFor();
    }

    @Override
    public Snapshot snapshot() {
      throw onlyLookedFor();
    }

    @Override
    public ApiResult<Object> send(BillingWrites writes) {
      throw onlyLookedFor();
    }

    @Override
    public String toString() {
      return "Unreadable[" + subject.key() + "]";
    }
  }
}
