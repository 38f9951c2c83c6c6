package io.tillbot.core.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EditTest {
  private static final Details PRESENT =
      Details.builder()
          .put(Detail.EMAIL, "ann@example.com")
          .put(Detail.FIRST_NAME, "Ann")
          .put(Detail.PHONE, "+31201234567")
          .build();

  @Test
  void whatIsAlreadySoIsNoChange() {
    assertThat(edit(Detail.FIRST_NAME, "Ann").isEmpty()).isTrue();
    assertThat(edit(Detail.FIRST_NAME, "ann").isEmpty()).isFalse();
    assertThat(edit(Detail.EMAIL, "Ann@example.com").isEmpty()).isFalse();
  }

  @Test
  void aBlankIsNoValue() {
    assertThat(edit(Detail.FIRST_NAME, " ").isEmpty()).isTrue();
  }

  @Test
  void whatIsNotChangedStaysAsItIs() {
    Edit edit = edit(Detail.FIRST_NAME, "Anna");
    assertThat(edit.merged(Detail.FIRST_NAME)).isEqualTo("Anna");
    assertThat(edit.merged(Detail.EMAIL)).isEqualTo("ann@example.com");
    assertThat(edit.merged(Detail.LAST_NAME)).isNull();
  }

  @Test
  void anAddressInAnotherCaseIsTheSameAddress() {
    Details now = Details.builder().put(Detail.EMAIL, "NEW@example.com").build();
    assertThat(edit(Detail.EMAIL, "new@example.com").progress(now))
        .isEqualTo(Edit.Progress.ALL_NEW);
  }

  @Test
  void whatWasNotToldBeforeAndIsNotToldNowProvesNothing() {
    assertThat(edit(Detail.LAST_NAME, "One").progress(PRESENT)).isEqualTo(Edit.Progress.MIXED);
  }

  @Test
  void theFingerprintTellsEveryDetail() {
    Details other = Details.builder().put(Detail.EMAIL, "ann@example.com").build();
    assertThat(PRESENT.fingerprint()).isNotEqualTo(other.fingerprint());
  }

  @Test
  void neitherAnEditNorDetailsPrintAValue() {
    Edit edit = edit(Detail.EMAIL, "new@example.com");
    assertThat(edit + " " + edit.present() + " " + edit.changes())
        .contains("EMAIL")
        .doesNotContain("@", "Ann", "1234567");
  }

  private static Edit edit(Detail detail, String value) {
    return Edit.of(PRESENT, Details.builder().put(detail, value).build());
  }
}
