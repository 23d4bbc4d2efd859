package glasshouse.compiler;

import glasshouse.document.Fields;
import glasshouse.document.Node;
import glasshouse.scheme.Realm;
import glasshouse.scheme.Terms;
import glasshouse.scheme.Terms.Audience;
import glasshouse.scheme.Terms.Enrolment;
import glasshouse.scheme.Terms.Right;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads under what terms people are scored.
final class TermsReader {
    /// Credit practice: a dispute is answered within 30 days.
    private static final int DEFAULT_DISPUTE_DAYS = 30;

    private final Reading reading;
    private int disputeDays;
    private @Nullable LocalDate compulsoryFrom;

    TermsReader(Reading reading) {
        this.reading = reading;
    }

    Terms read(Fields scheme) {
        for (String key : new String[] {"visibility", "rights", "enrolment"}) {
            reading.positions.put(key, scheme.position(key));
        }
        Realm realm = reading.word(scheme, "realm", Realm.values(), Realm.SYNTHETIC);
        Set<Right> rights = rights(scheme, realm);
        Enrolment enrolment = enrolment(scheme);
        return new Terms(
                visibility(scheme),
                rights,
                disputeDays,
                enrolment,
                compulsoryFrom,
                scheme.textOr("operator", ""),
                scheme.textOr("purpose", ""),
                scheme.texts("sources").stream().map(Node.Text::value).toList());
    }

    private Set<Audience> visibility(Fields scheme) {
        Set<Audience> audiences = EnumSet.noneOf(Audience.class);
        for (Node.Text text : scheme.texts("visibility")) {
            Audience all = Audience.PERSON;
            audiences.add(reading.word(text, "visibility", Audience.values(), all));
        }
        return audiences.isEmpty()
                ? EnumSet.of(Audience.PERSON, Audience.RELYING_PARTIES)
                : audiences;
    }

    /// In the live realm people have every right that the scheme does not deny; elsewhere those
    /// that it grants.
    private Set<Right> rights(Fields scheme, Realm realm) {
        Set<Right> rights =
                realm == Realm.LIVE ? EnumSet.allOf(Right.class) : EnumSet.noneOf(Right.class);
        disputeDays = realm == Realm.LIVE ? DEFAULT_DISPUTE_DAYS : 0;
        Fields table = scheme.table("rights", "rights", "rights: {dispute: 30d}");
        if (table == null) {
            return rights;
        }
        for (Right right : Right.values()) {
            String key = Reading.written(right);
            Node.Text text = table.text(key);
            if (text == null) {
                continue;
            }
            boolean days = !text.value().matches("yes|no|true|false");
            if (right == Right.DISPUTE && days) {
                disputeDays = Quantity.positiveDays(table, key, DEFAULT_DISPUTE_DAYS);
                rights.add(right);
            } else if (reading.yes(text, key)) {
                disputeDays = right == Right.DISPUTE ? DEFAULT_DISPUTE_DAYS : disputeDays;
                rights.add(right);
            } else {
                rights.remove(right);
            }
        }
        table.done();
        return rights;
    }

    private Enrolment enrolment(Fields scheme) {
        if (!(scheme.find("enrolment") instanceof Node.Table)) {
            return reading.word(scheme, "enrolment", Enrolment.values(), Enrolment.CONSENT);
        }
        Fields table = scheme.table("enrolment", "enrolment");
        if (table == null) {
            return Enrolment.CONSENT;
        }
        table.need("kind", "kind: consent");
        Enrolment kind = reading.word(table, "kind", Enrolment.values(), Enrolment.CONSENT);
        if (table.has("from")) {
            compulsoryFrom = SchemeReader.date(table, reading, "from");
            if (kind != Enrolment.COMPULSORY) {
                reading.report(
                        Code.NO_EFFECT,
                        table.position("from"),
                        "under "
                                + Reading.written(kind)
                                + " nobody is enrolled by a date; drop from, or write kind:"
                                + " compulsory");
            }
        }
        table.done();
        return kind;
    }
}
