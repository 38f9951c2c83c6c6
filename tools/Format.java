import com.google.googlejavaformat.java.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs google-java-format over the tree: {@code check} fails on a difference, {@code apply} mends.
 */
public final class Format {

  public static void main(String[] args) throws Exception {
    boolean apply = args.length == 1 && args[0].equals("apply");
    List<String> arguments = new ArrayList<>();
    if (apply) {
      arguments.add("--replace");
    } else {
      arguments.addAll(List.of("--dry-run", "--set-exit-if-changed"));
    }
    arguments.addAll(sources());
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int status = new Main(out, err, System.in).format(arguments.toArray(String[]::new));
    if (status != 0) {
      err.println("These files are not formatted. Mend them with: mvn -Pformat validate -N");
      System.exit(status);
    }
  }

  private static List<String> sources() throws IOException {
    List<String> sources = new ArrayList<>();
    for (String root : List.of("bot-core", "adapters", "src", "tools")) {
      try (var walk = Files.walk(Path.of(root))) {
        walk.map(Path::toString)
            .filter(path -> path.endsWith(".java") && !path.contains("/target/"))
            .forEach(sources::add);
      }
    }
    return sources;
  }
}
