package glasshouse.bureau.inquiry;

import glasshouse.account.Plan;
import glasshouse.bureau.Database;
import glasshouse.bureau.edition.Course;
import glasshouse.bureau.edition.EditionTable;
import glasshouse.bureau.edition.Published;
import glasshouse.bureau.ledger.Dossier;
import glasshouse.bureau.ledger.Reading;
import glasshouse.bureau.member.Member;
import glasshouse.statement.Statement;
import glasshouse.statement.Statements;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What became of taking everything again from the ledger: the score of everybody now, reckoned
/// twice, every account that is saved, and every decision that was ever logged, byte for byte.
/// Decisions about people who were erased, or for which an event counted that is erased or expired,
/// cannot be taken again and are counted; their links are checked as all others.
public record Replay(
        long scores, long decisions, long erased, List<String> differences, long differenceCount) {
    private static final int MOST_LISTED = 100;

    public Replay {
        differences = List.copyOf(differences);
    }

    /// Replays all; `now` is the instant of the scores.
    public static Replay of(Database database, Instant now) throws SQLException {
        try (Connection connection = database.connection()) {
            var course =
                    new Course(EditionTable.editions(connection), EditionTable.periods(connection));
            return new Replaying(database, course, now).replay();
        }
    }

    /// One pass over the people, one over the decisions.
    private static final class Replaying {
        private final Database database;
        private final Course course;
        private final Instant now;
        private final List<String> differences = new ArrayList<>();
        private long scoreCount;
        private long decisionCount;
        private long replayedCount;
        private long differenceCount;

        Replaying(Database database, Course course, Instant now) {
            this.database = database;
            this.course = course;
            this.now = now;
        }

        Replay replay() throws SQLException {
            links();
            if (course.editions().isEmpty()) {
                return new Replay(0, 0, 0, differences, differenceCount);
            }
            Plan plan = course.at(now).plan();
            var reading = new Reading(database, plan);
            for (Member member : reading.members()) {
                Dossier dossier = reading.dossier(member);
                score(member, dossier, plan);
                if (!reading.isSavedRightly(member, dossier, now)) {
                    differ("the saved account of person " + member.number() + " is another");
                }
                for (Logged each : decisions(member.number())) {
                    decision(each, member, dossier);
                }
            }
            return new Replay(
                    scoreCount,
                    decisionCount,
                    decisionCount - replayedCount,
                    differences,
                    differenceCount);
        }

        private void score(Member member, Dossier dossier, Plan plan) {
            scoreCount++;
            try {
                Statement _ =
                        new Statements(plan)
                                .of(member.name(), dossier.admissible(now, Long.MAX_VALUE), now);
            } catch (IllegalStateException disagree) {
                differ("the score of person " + member.number() + " reckons up two ways");
            }
        }

        private void decision(Logged logged, Member member, Dossier dossier) {
            if (!dossier.isWhole(logged.through())) {
                return;
            }
            replayedCount++;
            Published edition = course.at(logged.at());
            if (edition.number() != logged.edition()) {
                differ("decision " + logged.number() + " names an edition not in force then");
                return;
            }
            String answer =
                    Recomputing.retake(
                                    edition.plan(),
                                    member.name(),
                                    dossier.admissible(logged.at(), logged.through()),
                                    logged)
                            .answer();
            if (!answer.equals(logged.answer())) {
                differ("decision " + logged.number() + " comes out otherwise");
            }
        }

        private List<Logged> decisions(long person) throws SQLException {
            var found = new ArrayList<Logged>();
            try (Connection connection = database.connection();
                    PreparedStatement select =
                            connection.prepareStatement(
                                    "select "
                                            + DecisionLog.COLUMNS
                                            + " from decision where person = ? order by number")) {
                select.setLong(1, person);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        found.add(DecisionLog.logged(rows));
                    }
                }
            }
            return found;
        }

        /// The chain of decisions, by its links.
        private void links() throws SQLException {
            var links = new Links();
            byte[] link = Links.FIRST;
            try (Connection connection = database.connection()) {
                connection.setAutoCommit(false);
                try (PreparedStatement select =
                        connection.prepareStatement(
                                "select "
                                        + DecisionLog.COLUMNS
                                        + ", request_digest, link from decision order by number")) {
                    select.setFetchSize(1000);
                    try (ResultSet rows = select.executeQuery()) {
                        while (rows.next()) {
                            decisionCount++;
                            Logged logged = DecisionLog.logged(rows);
                            byte[] found = rows.getBytes(12);
                            byte[] expected = links.next(link, logged, rows.getBytes(11));
                            if (!Arrays.equals(expected, found)
                                    || logged.number() != decisionCount) {
                                differ("decision " + logged.number() + " does not fit the chain");
                                decisionCount = logged.number();
                            }
                            link = found;
                        }
                    }
                } finally {
                    connection.rollback();
                    connection.setAutoCommit(true);
                }
            }
        }

        private void differ(String what) {
            differenceCount++;
            if (differences.size() < MOST_LISTED) {
                differences.add(what);
            }
        }
    }
}
