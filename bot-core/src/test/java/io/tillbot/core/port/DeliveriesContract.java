package io.tillbot.core.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.access.Platform;
import io.tillbot.core.delivery.Deliveries;
import io.tillbot.core.delivery.Delivery;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** What all {@link Deliveries} promise. */
public abstract class DeliveriesContract extends StoreContract {
  private static final int MANY = 16;
  private static final int ALL = 1000;

  @Test
  void aMessageIsTakenUpOnce() {
    assertThat(claim(delivery("slack/Ev1", at(30)))).isTrue();
    assertThat(claim(delivery("slack/Ev1", at(60)))).isFalse();
    assertThat(claim(delivery("slack/Ev2", at(30)))).isTrue();
    assertThat(claim(delivery("discord/Ev1", at(30)))).isTrue();
  }

  @Test
  void aMessageIsKnownUntilItIsForgotten() {
    assertThat(isKnown("slack/Ev1")).isFalse();
    claim(delivery("slack/Ev1", at(30)));
    assertThat(isKnown("slack/Ev1")).isTrue();
    done("slack/Ev1", 1, at(1));
    assertThat(isKnown("slack/Ev1")).isTrue();
    forget(at(9), ALL);
    assertThat(isKnown("slack/Ev1")).isFalse();
  }

  @Test
  void aMessageThatIsDoneIsNotTakenUpAgain() {
    claim(delivery("slack/Ev1", at(30)));
    done("slack/Ev1", 1, at(1));

    assertThat(claim(delivery("slack/Ev1", at(60)))).isFalse();
    assertThat(expired(at(99))).isEmpty();
  }

  @Test
  void ofManyWhoTakeItUpTogetherOneGoesOn() throws Exception {
    Callable<Boolean> claiming = () -> claim(delivery("slack/Ev1", at(30)));

    assertThat(together(Collections.nCopies(MANY, claiming))).containsOnlyOnce(true);
  }

  @Test
  void whatNobodyEndedInTimeIsFoundWholeTheLongestWaitingFirst() {
    Delivery late =
        new Delivery("slack/кот", 1, at(20), Optional.of(SampleOperations.id(7)), oddMessage());
    Delivery later = delivery("slack/Ev1", at(30));
    claim(later);
    claim(late);
    claim(delivery("slack/Ev2", at(31)));

    assertThat(expired(at(20).minusNanos(1))).isEmpty();
    assertThat(expired(at(30))).containsExactly(late, later);
    assertThat(expired(at(30), 1)).containsExactly(late);
  }

  @Test
  void eachPlatformFindsItsOwn() {
    claim(delivery("slack/Ev1", at(20)));
    claim(delivery("slackers/Ev1", at(20)));
    claim(delivery("discord/Ev1", at(30)));

    assertThat(expired(Platform.DISCORD, at(30), 1))
        .containsExactly(delivery("discord/Ev1", at(30)));
    assertThat(expired(Platform.SLACK, at(30), ALL)).containsExactly(delivery("slack/Ev1", at(20)));
    assertThat(expired(Platform.CONSOLE, at(30), ALL)).isEmpty();
  }

  @Test
  void ofManyWhoTakeUpAnExpiredOneAgainOneGoesOn() throws Exception {
    Delivery found = delivery("slack/Ev1", at(30));
    claim(found);
    Callable<Boolean> claiming = () -> claimAgain(found, at(90));

    assertThat(together(Collections.nCopies(MANY, claiming))).containsOnlyOnce(true);

    assertThat(expired(at(89))).isEmpty();
    assertThat(expired(at(90)))
        .containsExactly(new Delivery(found.key(), 2, at(90), Optional.empty(), found.message()));
  }

  @Test
  void whatIsNoLongerAsItWasFoundIsNotTakenUpAgain() {
    Delivery found = delivery("slack/Ev1", at(30));
    claim(found);
    done(found.key(), 1, at(10));

    assertThat(claimAgain(found, at(90))).isFalse();
    assertThat(claimAgain(delivery("slack/never", at(30)), at(90))).isFalse();
  }

  @Test
  void whoeverTookItUpLastEndsIt() {
    Delivery found = delivery("slack/Ev1", at(30));
    claim(found);
    claimAgain(found, at(90));

    assertThat(done(found.key(), 1, at(40))).as("too late").isFalse();
    assertThat(done(found.key(), 2, at(95))).as("nobody else took it").isTrue();
    assertThat(done(found.key(), 2, at(96))).as("ended already").isFalse();
    assertThat(done("slack/never", 1, at(96))).isFalse();
  }

  @Test
  void theWriteThatItLedToIsRemembered() {
    Delivery found = delivery("slack/Ev1", at(30));
    claim(found);
    write(unit -> unit.deliveries().ledTo(found.key(), SampleOperations.id(5)));
    write(unit -> unit.deliveries().ledTo("slack/never", SampleOperations.id(6)));

    assertThat(expired(at(30)))
        .extracting(Delivery::operation)
        .containsExactly(Optional.of(SampleOperations.id(5)));
  }

  @Test
  void onlyWhatEndedBeforeIsForgotten() {
    for (int n = 1; n <= 4; n++) {
      claim(delivery("slack/Ev" + n, at(30)));
    }
    for (int n = 1; n <= 3; n++) {
      done("slack/Ev" + n, 1, at(n));
    }

    assertThat(forget(at(1), ALL)).isZero();
    assertThat(forget(at(3), 1)).isEqualTo(1);
    assertThat(claim(delivery("slack/Ev1", at(60)))).as("the oldest is forgotten").isTrue();
    assertThat(claim(delivery("slack/Ev2", at(60)))).isFalse();
    assertThat(forget(at(3), ALL)).isEqualTo(1);
    assertThat(forget(at(3).plusNanos(1), ALL)).isEqualTo(1);
    assertThat(forget(at(999), ALL)).isZero();
    assertThat(claim(delivery("slack/Ev4", at(60)))).as("not ended").isFalse();
  }

  private static Delivery delivery(String key, Instant lease) {
    return new Delivery(key, 1, lease, Optional.empty(), Map.of("line", "/credit"));
  }

  private static Map<String, String> oddMessage() {
    Map<String, String> message = new HashMap<>();
    for (int n = 0; n < ODD_TEXTS.size(); n++) {
      message.put("text" + n, ODD_TEXTS.get(n));
    }
    return message;
  }

  private boolean claim(Delivery delivery) {
    return store().write(unit -> unit.deliveries().claim(delivery, at(0)));
  }

  private boolean isKnown(String key) {
    return store().read(unit -> unit.deliveries().isKnown(key));
  }

  private boolean claimAgain(Delivery found, Instant lease) {
    return store().write(unit -> unit.deliveries().claimAgain(found, lease));
  }

  private boolean done(String key, int tries, Instant now) {
    return store().write(unit -> unit.deliveries().done(key, tries, now));
  }

  private int forget(Instant endedBefore, int most) {
    return store().write(unit -> unit.deliveries().forget(endedBefore, most));
  }

  private List<Delivery> expired(Instant now) {
    return expired(now, ALL);
  }
}
