package glasshouse.compiler;

import glasshouse.account.Plan;
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
        return compile(file, text, library, true);
    }

    /// Compiles a text without asking whether it may run on people: for the audit, which says why
    /// it may not.
    public static Compilation compileForAudit(String file, String text, Library library) {
        return compile(file, text, library, false);
    }

    private static Compilation compile(
            String file, String text, Library library, boolean objecting) {
        var problems = new Problems();
        Scheme scheme = read(file, text, library, problems);
        if (scheme != null && Plan.slots(scheme) > Plan.MOST_SLOTS) {
            problems.add(Code.TOO_MANY.id(), scheme.position("characteristics"), tooMany(scheme));
        }
        boolean live = scheme != null && scheme.header().realm() == Realm.LIVE;
        if (scheme != null && live && objecting && problems.isEmpty()) {
            LiveRealm.objections(scheme).forEach(problems::add);
        }
        List<Problem> found = problems.inOrder();
        return scheme == null || !found.isEmpty()
                ? new Compilation.Refused(found)
                : new Compilation.Compiled(scheme);
    }

    private static String tooMany(Scheme scheme) {
        return "the characteristics keep "
                + Plan.slots(scheme)
                + " sums a person, at most "
                + Plan.MOST_SLOTS
                + " are kept: 2 for a binned one or a rating, 1 for each signal of an accrual and"
                + " 2 where it has a limit, 3 where it is pending; read fewer signals, or give"
                + " fewer of them limits";
    }

    private static @Nullable Scheme read(
            String file, String text, Library library, Problems problems) {
        Node.Table table = Yaml.table(file, text, Code.YAML.id(), problems);
        if (table == null) {
            return null;
        }
        Node.Field mapping = table.fields().get("mapping");
        if (mapping != null && !table.fields().containsKey("scheme")) {
            String message = "this is a mapping of events, no scheme; a scheme has the key scheme";
            problems.add(Code.MISSING_KEY.id(), mapping.key(), message);
            return null;
        }
        Node.Table whole = new Extension(library, problems).whole(file, table);
        if (whole == null) {
            return null;
        }
        return new SchemeReader(new Fields(whole, "the scheme", Code.FIELDS, problems)).read();
    }
}
