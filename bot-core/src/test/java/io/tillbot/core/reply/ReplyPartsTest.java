package io.tillbot.core.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillbot.core.Samples;
import io.tillbot.core.support.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyPartsTest {

  @ParameterizedTest
  @CsvSource({
    "'\u0000', control",
    "'\u001B', escape",
    "'\u007F', delete",
    "'\u009B', C1",
    "'\u200B', zero-width space",
    "'\u200D', joiner",
    "'\u2060', word joiner",
    "'\uFEFF', byte order mark",
    "'\u00AD', soft hyphen",
    "'\u200E', left-to-right mark",
    "'\u061C', Arabic mark",
    "'\u202E', override",
    "'\u2067', isolate",
    "'\uDB40\uDC41', tag",
    "'\uE000', private use",
    "'\uFFFE', no character",
    "'\uFE0F', variation selector",
    "'\uDB40\uDD00', variation selector",
    "'\u3164', Hangul filler",
    "'\u115F', Hangul filler",
    "'\u034F', grapheme joiner",
    "'\u2800', blank Braille",
  })
  void whatHidesOrMovesTextIsGone(String hidden, String name) {
    assertThat(Plain.of("a" + hidden + "b")).as(name).isEqualTo("ab");
  }

  @Test
  void aLoneSurrogateIsGone() {
    assertThat(Plain.of("a\uD800b\uDC00c")).isEqualTo("abc");
  }

  @Test
  void removingDoesNotJoinHalvesOfACharacter() {
    assertThat(Plain.of("a\uD83D\u200B\uDE00b")).isEqualTo("ab");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\n", "\r\n", "\t", "\u000B", "\f", "\u0085", "\u00A0", "\u2028", "\u2029", "\u3000", "  "
      })
  void blanksAndLineBreaksAreOneBlank(String blank) {
    assertThat(Plain.of(blank + "a" + blank + "\u200B" + blank + "b" + blank)).isEqualTo("a b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Grüße", "Привет", "日本語", "שלום", "مرحبا", "😀", "<b>*x*</b> @here", "e\u0301"})
  void whatIsVisibleStays(String text) {
    assertThat(Plain.of(text)).isEqualTo(text);
  }

  @Property(tries = 500)
  void makingPlainTwiceChangesNothing(@ForAll String text) {
    String plain = Plain.of(text);
    assertThat(Plain.of(plain)).isEqualTo(plain);
    assertThat(plain.codePoints()).noneMatch(Plain::isHidden);
    assertThat(plain).doesNotContain("  ").isEqualTo(plain.strip());
  }

  @Property(tries = 500)
  void anEchoIsShort(@ForAll String text) {
    String echo = Value.echo(text.repeat(20)).text();
    assertThat(echo.codePointCount(0, echo.length())).isLessThanOrEqualTo(Value.LONGEST_ECHO + 1);
  }

  @Test
  void anEchoIsCutBetweenCharacters() {
    assertThat(Value.echo("😀".repeat(61)).text()).isEqualTo("😀".repeat(60) + "…");
    assertThat(Value.echo("😀".repeat(60)).text()).isEqualTo("😀".repeat(60));
  }

  @Test
  void whatMayBeAKeyInTheWrongPlaceIsNotShownBack() {
    assertThat(Value.echo("c7ef09d3a1b2c3d4e5f60718293a4b5c").text()).isEqualTo("c7ef…");
    assertThat(Value.echo("abcdefghijklmnopqrstuvwxyz").text()).hasSize(26);
    assertThat(Value.echo("1234567890123456789012345").text()).hasSize(25);
  }

  @Test
  void dataIsAlwaysPlain() {
    assertThat(Value.data("a\u202Eb\n").text()).isEqualTo("ab");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "a..b", ".a", "a.", "a b", "a_b", "a--b", "-a", "é", "a\n"})
  void aTextsKeyIsLowerCaseWords(String key) {
    assertThatIllegalArgumentException().isThrownBy(() -> Text.of(key));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "invoice.title", "a-b.c-d.e1", "1"})
  void theseAreKeys(String key) {
    assertThat(Text.of(key).key()).isEqualTo(key);
  }

  @Test
  void aTableNeedsColumns() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Table(List.of(), List.of()));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3})
  void everyRowIsAsWideAsTheHeader(int cells) {
    List<Value> row = new ArrayList<>();
    for (int i = 0; i < cells; i++) {
      row.add(Value.data("x"));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Table(
                    List.of(Text.of("a"), Text.of("b")),
                    List.of(new Table.Row(Tone.NEUTRAL, row))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".pdf",
        "../a.pdf",
        "a/b.pdf",
        "a\\b.pdf",
        "A.pdf",
        "a.PDF",
        "a.exe",
        "a.pdf.exe",
        "a b.pdf",
        "-a.pdf",
        "a\u202Efdp.pdf",
        "a.pdf\n",
        "con:.pdf"
      })
  void anAttachmentHasAFileNameOfOurs(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Attachment(name, Samples.PDF));
  }

  @Test
  void anAttachmentsNameHasALimit() {
    assertThat(new Attachment("a".repeat(80) + ".pdf", Samples.PDF).mediaType())
        .isEqualTo("application/pdf");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Attachment("a".repeat(81) + ".pdf", Samples.PDF));
  }

  @Test
  void aFormNeedsQuestions() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Form("x", Map.of(), Text.of("x"), List.of()));
  }

  @Test
  void aChoiceNeedsTwoAnswers() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Form.Choice("x", Text.of("x"), List.of(new Form.Option("a", Text.of("a")))));
  }

  @Test
  void aReplyDoesNotChangeAfterItIsBuilt() {
    Reply.Builder builder = Reply.card(Text.of("x")).body(Text.of("a"));
    Reply reply = builder.build();
    builder.body(Text.of("b"));
    assertThat(Words.of(reply.body())).containsExactly("a");
    assertThatThrownBy(() -> reply.body().add(Text.of("c")))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void aFieldWithoutAValueIsLeftOut() {
    assertThat(
            Reply.card(Text.of("x")).fieldIfKnown(Text.of("f"), null, Value::data).build().fields())
        .isEmpty();
  }
}
