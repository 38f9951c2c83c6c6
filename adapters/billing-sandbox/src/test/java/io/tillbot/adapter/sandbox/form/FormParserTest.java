package io.tillbot.adapter.sandbox.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Reading forms as PHP does. */
class FormParserTest {

  private static Form parse(String body) {
    return new FormParser().parse("", body.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void readsEscapesPlusAndUtf8() {
    assertThat(parse("a=%D0%90+b%2Bc").text("a")).isEqualTo("А b+c");
    assertThat(parse("%61=1").text("a")).isEqualTo("1");
    assertThat(parse("a=é").text("a")).isEqualTo("é");
  }

  @Test
  void letsBrokenEscapesStandForThemselves() {
    assertThat(parse("a=100%&b=%zz&c=%4").text("a")).isEqualTo("100%");
    assertThat(parse("a=100%&b=%zz&c=%4").text("b")).isEqualTo("%zz");
    assertThat(parse("a=100%&b=%zz&c=%4").text("c")).isEqualTo("%4");
    assertThat(parse("a=%ff").text("a")).isEqualTo("\ufffd");
  }

  @Test
  void takesTheLastValueAndTheBodysBeforeTheQuerys() {
    assertThat(parse("a=1&a=2").text("a")).isEqualTo("2");
    byte[] body = "a=body".getBytes(StandardCharsets.UTF_8);
    assertThat(new FormParser().parse("a=query&b=3", body).text("a")).isEqualTo("body");
    assertThat(new FormParser().parse("a=query&b=3", body).id("b")).isEqualTo(3);
  }

  @Test
  void readsListsInTheirOrder() {
    assertThat(parse("x[]=3&x[]=1&x[7]=2&x%5B%5D=x&y[]=9").ids("x")).containsExactly(3, 1, 0, 2);
  }

  @Test
  void readsJunkAsZeroOrNothing() {
    Form form = parse("a=12x&b=1234567890&c=1.234&d=-1&e=7.5&f");
    assertThat(form.id("a")).isZero();
    assertThat(form.id("b")).isZero();
    assertThat(form.amount("c")).isEmpty();
    assertThat(form.amount("d")).isEmpty();
    assertThat(form.amount("e"))
        .hasValueSatisfying(amount -> assertThat(amount).hasToString("7.50"));
    assertThat(form.sent("f")).contains("");
    assertThat(form.sent("g")).isEmpty();
  }

  @Test
  void doesNotShowValues() {
    assertThat(parse("token=secret").toString()).doesNotContain("secret");
  }
}
