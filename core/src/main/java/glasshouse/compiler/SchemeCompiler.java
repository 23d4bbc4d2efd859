package glasshouse.compiler;

import glasshouse.audit.LiveRealm;
import glasshouse.document.Fields;
import glasshouse.document.Node;
import glasshouse.document.Problem;
import glasshouse.document.Problems;
import glasshouse.document.Yaml;
import glasshouse.scheme.Realm;
import glasshouse.scheme.Scheme;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Turns the text of a scheme into a scheme, or says all that is wrong with it.
public final class SchemeCompiler {
    private SchemeCompiler() {}

    /// Compiles a text; `file` names it in positions, and `library` finds what it extends.
    public static Compilation compile(String file, String text, Library library) {
        var problems = new Problems();
        Scheme scheme = read(file, text, library, problems);
        if (scheme != null && problems.isEmpty() && scheme.header().realm() == Realm.LIVE) {
            LiveRealm.objections(scheme).forEach(problems::add);
        }
        List<Problem> found = problems.inOrder();
        return scheme == null || !found.isEmpty()
                ? new Compilation.Refused(found)
                : new Compilation.Compiled(scheme);
    }

    private static @Nullable Scheme read(
            String file, String text, Library library, Problems problems) {
        Node.Table table = Yaml.table(file, text, Code.YAML.id(), problems);
        if (table == null) {
            return null;
        }
        Node.Table whole = new Extension(library, problems).whole(file, table);
        return new SchemeReader(new Fields(whole, "the scheme", Code.FIELDS, problems)).read();
    }
}
