package io.tillbot.adapter.slack.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PeopleMethodsTest {
  private final Web web = new Web();

  @Test
  void aPersonsLanguageIsToldToWhomAsksForIt() {
    assertThat(web.call("users.info", Map.of("user", "U3")).toString()).doesNotContain("locale");
    assertThat(web.call("users.info", Map.of("user", "U3", "include_locale", "true")).toString())
        .contains("\"locale\":\"ru-RU\"");
  }

  @Test
  void nobodyIsToldOfWhoIsNotThere() {
    assertThat(web.error("users.info", Map.of("user", "U7"))).isEqualTo("user_not_found");
  }

  @Test
  void aGroupTellsWhoIsInIt() {
    web.world().team("T1").withGroup("S1", Set.of("U2", "U1"));
    assertThat(web.call("usergroups.list", Map.of()).toString())
        .contains("\"id\":\"S1\"")
        .doesNotContain("U1");
    assertThat(web.call("usergroups.list", Map.of("include_users", "true")).toString())
        .contains("[\"U1\",\"U2\"]");
    assertThat(web.call("usergroups.users.list", Map.of("usergroup", "S1")).toString())
        .contains("[\"U1\",\"U2\"]");
    assertThat(web.error("usergroups.users.list", Map.of("usergroup", "S7")))
        .isEqualTo("no_such_subteam");
  }
}
