package io.tillbot.app.arch;

import static io.tillbot.app.arch.Sources.ROOT;
import static io.tillbot.app.arch.Sources.files;
import static io.tillbot.app.arch.Sources.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the documents point to is there. */
class DocumentsTest {

  private static final Path DECISIONS = ROOT.resolve("docs/adr");
  private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]+)[^)]*\\)");
  private static final Pattern TEST_NAME = Pattern.compile("`([A-Z]\\w*(?:Test|IT))\\b");

  @Test
  void everyLinkLeadsToAFile() {
    List<String> broken = new ArrayList<>();
    for (Path document : files(file -> file.toString().endsWith(".md"))) {
      for (String link : found(LINK, document)) {
        if (!Files.exists(document.resolveSibling(link))) {
          broken.add(ROOT.relativize(document) + " -> " + link);
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void clientAndSandboxAreHeldAgainstTheSameContract() {
    String client = "adapters/billing-client/src/test/resources/contract.json";
    String sandbox = "adapters/billing-sandbox/src/test/resources/contract.json";

    assertThat(text(ROOT.resolve(client))).contains("\"apply_credit\"");
    assertThat(text(ROOT.resolve(sandbox))).isEqualTo(text(ROOT.resolve(client)));
  }

  @Test
  void everyDecisionIsListedAndNamesATestThatExists() {
    Set<String> tests =
        files(file -> file.toString().endsWith(".java")).stream()
            .map(file -> file.getFileName().toString().replace(".java", ""))
            .collect(Collectors.toSet());
    String index = text(DECISIONS.resolve("README.md"));
    List<Path> decisions =
        files(file -> file.startsWith(DECISIONS) && file.toString().matches(".*/\\d{4}-.*[.]md"));

    assertThat(decisions).hasSizeGreaterThan(5);
    for (Path decision : decisions) {
      String name = decision.getFileName().toString();
      assertThat(index).contains("(" + name + ")");
      assertThat(found(TEST_NAME, decision)).as(name).isNotEmpty().isSubsetOf(tests);
    }
  }

  private static List<String> found(Pattern pattern, Path document) {
    return pattern
        .matcher(text(document))
        .results()
        .map((MatchResult match) -> match.group(1))
        .toList();
  }
}
