package io.tillbot.core.oversight;

import static io.tillbot.core.support.World.ANN;
import static io.tillbot.core.support.World.BOSS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.model.Contact;
import io.tillbot.core.billing.model.ContactId;
import io.tillbot.core.billing.model.ContactList;
import io.tillbot.core.billing.model.WriteAnswer;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.billing.request.WriteRequest;
import io.tillbot.core.operation.State;
import io.tillbot.core.support.TermsOf;
import io.tillbot.core.support.Words;
import io.tillbot.core.support.World;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people typed is theirs alone: whoever looks at an operation sees what it concerns. */
class PrivacyTest {
  private static final String ID = "op-0000000001";

  private final World world = new World();

  @BeforeEach
  void aContactIsChanged() {
    contact("anna@example.com");
    world.billing.always(
        WriteRequest.UpdateContact.class,
        new ApiResult.Done<>(new WriteAnswer.ContactChanged(null, null)));
    world.terms(TermsOf.approval(BOSS));
    world.run(ANN, "/contact edit 7 --email new-private@example.com");
    assertThat(world.state(1)).isEqualTo(State.AWAITING_APPROVAL);
  }

  @Test
  void whileItWaitsNobodySeesWhatWasTyped() {
    assertNothingPrivate();
  }

  @Test
  void afterItsEndNobodySeesWhatWasTyped() {
    world.say(BOSS, "/billing-admin approve " + ID);
    assertThat(world.state(1).isEnd() || world.state(1) == State.UNKNOWN).isTrue();
    assertNothingPrivate();
  }

  @Test
  void whoApprovesWhatHasChangedSeesNotWhat() {
    contact("other-private@example.com");
    String card =
        String.join(" ", Words.everything(world.say(BOSS, "/billing-admin approve " + ID).reply()));
    assertThat(world.state(1)).isEqualTo(State.STALE);
    assertThat(card).doesNotContain("@example.com");
    assertNothingPrivate();
    assertThat(world.operation(1).sealed().toString()).doesNotContain("@example.com");
  }

  private void assertNothingPrivate() {
    for (String line : List.of("/billing operations list", "/billing operations show " + ID)) {
      for (var viewer : List.of(ANN, BOSS)) {
        assertThat(String.join(" ", Words.everything(world.say(viewer, line).reply())))
            .doesNotContain("@example.com", "Jansen", "fake-token");
      }
    }
    for (String line : List.of("/billing-admin operations", "/billing-admin show " + ID)) {
      assertThat(String.join(" ", Words.everything(world.say(BOSS, line).reply())))
          .doesNotContain("@example.com", "Jansen", "fake-token");
    }
    assertThat(world.operation(1).toString()).doesNotContain("@");
  }

  private void contact(String email) {
    world.billing.always(
        ReadRequest.GetContacts.class,
        new ApiResult.Done<>(
            new ContactList(
                true,
                List.of(
                    new Contact(
                        new ContactId(7), email, "Anna", "Jansen", null, null, List.of())))));
  }
}
