package io.tillbot.adapter.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.adapter.slack.fake.Conversation;
import io.tillbot.adapter.slack.fake.FakeSlack;
import io.tillbot.adapter.slack.fake.Seen;
import io.tillbot.adapter.slack.fake.Team;
import io.tillbot.core.Samples;
import io.tillbot.core.access.Place;
import io.tillbot.core.access.Platform;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.model.InvoiceList;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.policy.Gatekeeper;
import io.tillbot.core.policy.Member;
import io.tillbot.core.policy.Policy;
import io.tillbot.core.policy.PolicyRule;
import io.tillbot.core.policy.Role;
import io.tillbot.core.policy.RuleRef;
import io.tillbot.core.policy.Scope;
import io.tillbot.core.policy.Spot;
import io.tillbot.core.policy.Terms;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people may do by the groups that they are in, where it is not for everybody to see. */
class RolesTest {
  private static final Role TEAM = new Role("team", Set.of(new Member.Group(Platform.SLACK, "S1")));

  private final SlackBot bot = SlackBot.under(new Gatekeeper(RolesTest::policy));

  /** Invoices for the team alone, in private channels only. */
  private static Policy policy() {
    return new Policy(
        List.of(
            new PolicyRule(
                new RuleRef("team", 1),
                new Scope(
                    Set.of(),
                    Set.of(),
                    Set.of(TEAM),
                    Set.of(new Spot.OfKind(Place.Kind.PRIVATE_CHANNEL))),
                new PolicyRule.Ruling.Allow(Terms.none()))));
  }

  @BeforeEach
  void annIsInTheTeam() {
    bot.slack().team("T1").withGroup("S1", Set.of(SlackBot.ANN));
    channel(Conversation.Kind.PRIVATE);
    bot.billing()
        .always(
            ReadRequest.GetInvoices.class,
            new ApiResult.Done<>(
                new InvoiceList(
                    LongStream.range(0, 25)
                        .mapToObj(i -> Samples.unpaid(101 + i, "2026-12-01", "10.00", "EUR"))
                        .toList(),
                    25)));
  }

  @AfterEach
  void nothingWasRefused() {
    assertThat(bot.slack().refusals()).isEmpty();
    bot.close();
  }

  @Test
  void whoIsInTheGroupMayAndGoesOnByButtons() {
    bot.type("/invoices");
    Seen list = bot.slack().awaitMessage(1);
    assertThat(list.text()).contains("invoices.title(25)");
    bot.press(SlackBot.ANN, list, "slack.next");
    Awaitility.await()
        .until(() -> bot.slack().seen().getFirst().texts().contains("slack.page(11, 20, 25)"));
  }

  @Test
  void inAPublicChannelNobodyMay() {
    channel(Conversation.Kind.PUBLIC);
    bot.type("/invoices");
    assertThat(bot.slack().awaitMessage(1).text()).doesNotContain("invoices.title");
  }

  @Test
  void whoIsNotInTheGroupMayNot() {
    bot.slack().team("T1").withGroup("S1", Set.of(SlackBot.EVE));
    bot.type("/invoices");
    assertThat(bot.slack().awaitMessage(1).text()).doesNotContain("invoices.title");
  }

  @Test
  void aSlowSlackDelaysTheAnswerAndNoAcknowledgement() {
    CountDownLatch latch = new CountDownLatch(1);
    bot.slack().api().hold("usergroups.list", latch);
    assertThat(bot.type("/invoices").status()).isEqualTo(200);
    assertThat(bot.billing().requests()).isEmpty();
    latch.countDown();
    assertThat(bot.slack().awaitMessage(1).text()).contains("invoices.title(25)");
  }

  @Test
  void peopleAreAnsweredInTheirLanguage() {
    bot.slack()
        .team("T1")
        .with(new io.tillbot.adapter.slack.fake.Member(SlackBot.ANN, "Ann", "ru-RU"));
    bot.type("/invoices");
    bot.slack().awaitMessage(1);
    assertThat(bot.languages()).contains(Locale.of("ru")).doesNotContain(Locale.ENGLISH);
  }

  private void channel(Conversation.Kind kind) {
    bot.slack()
        .team("T1")
        .with(
            new Conversation(
                FakeSlack.CHANNEL, "billing", kind, Set.of(SlackBot.ANN, SlackBot.EVE, Team.BOT)));
  }
}
