package io.tillbot.adapter.texts;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.PluralRules;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BundlesTest {

  @Test
  void bothLanguagesHaveTheSameKeys() {
    Set<String> english = new Bundle(Language.ENGLISH).keys();
    assertThat(english).isNotEmpty();
    assertThat(new Bundle(Language.RUSSIAN).keys()).containsExactlyInAnyOrderElementsOf(english);
  }

  @Test
  void bothLanguagesHaveTheSameArguments() {
    Bundle english = new Bundle(Language.ENGLISH);
    Bundle russian = new Bundle(Language.RUSSIAN);
    for (String key : english.keys()) {
      assertThat(arguments(pieces(russian, key)))
          .as(key)
          .isEqualTo(arguments(pieces(english, key)));
    }
  }

  @Test
  void argumentsAreCountedFromZeroWithoutAGap() {
    Bundle bundle = new Bundle(Language.ENGLISH);
    for (String key : bundle.keys()) {
      Set<Integer> arguments = arguments(pieces(bundle, key));
      assertThat(arguments)
          .as(key)
          .isEqualTo(
              Stream.iterate(0, i -> i + 1).limit(arguments.size()).collect(Collectors.toSet()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyPluralHasTheCategoriesOfItsLanguage(Language language) {
    Bundle bundle = new Bundle(language);
    Set<String> categories = PluralRules.forLocale(language.locale()).getKeywords();
    for (String key : bundle.keys()) {
      plurals(pieces(bundle, key))
          .forEach(
              plural ->
                  assertThat(plural.forms().keySet().stream().filter(form -> !form.startsWith("=")))
                      .as("%s in %s", key, language)
                      .containsExactlyInAnyOrderElementsOf(categories));
    }
  }

  @ParameterizedTest
  @EnumSource
  void noTextIsEmpty(Language language) {
    Bundle bundle = new Bundle(language);
    for (String key : bundle.keys()) {
      assertThat(pieces(bundle, key)).as("%s in %s", key, language).isNotEmpty();
      plurals(pieces(bundle, key))
          .forEach(plural -> assertThat(plural.forms().values()).as(key).doesNotContain(List.of()));
    }
  }

  private static List<Piece> pieces(Bundle bundle, String key) {
    return bundle.message(key).orElseThrow();
  }

  private static Stream<Piece> all(List<Piece> pieces) {
    return pieces.stream()
        .flatMap(
            piece ->
                piece instanceof Piece.Plural plural
                    ? Stream.concat(
                        Stream.of(piece),
                        plural.forms().values().stream().flatMap(BundlesTest::all))
                    : Stream.of(piece));
  }

  private static Stream<Piece.Plural> plurals(List<Piece> pieces) {
    return all(pieces).filter(Piece.Plural.class::isInstance).map(Piece.Plural.class::cast);
  }

  private static Set<Integer> arguments(List<Piece> pieces) {
    Set<Integer> arguments = new TreeSet<>();
    all(pieces)
        .forEach(
            piece -> {
              switch (piece) {
                case Piece.Argument(int index) -> arguments.add(index);
                case Piece.CountSign(int index) -> arguments.add(index);
                case Piece.Plural(int index, _) -> arguments.add(index);
                case Piece.Literal _ -> {
                  // No argument.
                }
              }
            });
    return arguments;
  }
}
