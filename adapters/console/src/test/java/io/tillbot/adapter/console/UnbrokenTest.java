package io.tillbot.adapter.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a signal does meanwhile is seen from outside: PromptIT. */
class UnbrokenTest {
  private final AtomicInteger notices = new AtomicInteger();
  private final Unbroken unbroken = new Unbroken(notices::incrementAndGet);

  @Test
  void theWorkIsDoneHereAndItsResultHandedOn() {
    Thread here = Thread.currentThread();
    assertThat(unbroken.<Thread>run(Thread::currentThread)).isSameAs(here);
    assertThat(notices).hasValue(0);
  }

  @Test
  void aFaultIsHandedOnAndTheNextWorkIsDone() {
    assertThatThrownBy(
            () ->
                unbroken.run(
                    () -> {
                      throw new IllegalStateException("broken");
                    }))
        .hasMessage("broken");
    assertThat(unbroken.<String>run(() -> "fine")).isEqualTo("fine");
  }
}
