package io.tillbot.core.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ProfileMarksTest {
  private static final Map<String, String> PROFILE =
      Map.of("ips", "192.0.2.7", "co_smsnum", "+31201234567", "notes", "");

  @Test
  void whatDiffersIsTheSameAfterItWasWrittenDown() {
    ProfileMarks before = ProfileMarks.read(ProfileMarks.of(PROFILE).written());
    ProfileMarks after =
        ProfileMarks.of(Map.of("ips", "192.0.2.8", "co_smsnum", "+31201234567", "new", "x"));
    assertThat(before).isEqualTo(ProfileMarks.of(PROFILE));
    assertThat(before.differing(after)).containsExactly("ips", "new", "notes");
  }

  @Test
  void noneIsWrittenDownAsWell() {
    ProfileMarks none = ProfileMarks.of(Map.of());
    assertThat(none.written()).isNotEmpty();
    assertThat(ProfileMarks.read(none.written())).isEqualTo(none);
  }

  @Test
  void noValueIsKept() {
    ProfileMarks marks = ProfileMarks.of(PROFILE);
    assertThat(marks.written() + marks).contains("ips").doesNotContain("192.0", "+312");
  }

  @Test
  void aCutTextIsNotRead() {
    assertThatThrownBy(() -> ProfileMarks.read("sha-256\n0123"))
        .isInstanceOf(RuntimeException.class);
  }
}
