package glasshouse.lab.history;

import glasshouse.lab.society.Diary;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Keeps diaries with the state of a run, and reads them back.
final class Diaries {
    private Diaries() {}

    static void write(DataOutputStream out, Diary diary) throws IOException {
        out.writeInt(diary.days().size());
        for (Diary.Day day : diary.days()) {
            out.writeLong(day.date().toEpochDay());
            out.writeInt(day.score());
            out.writeInt(day.savingsEuros());
            out.writeBoolean(day.employed());
            out.writeInt(day.ties());
            out.writeInt(day.lists());
            out.writeInt(day.entries().size());
            for (Diary.Entry entry : day.entries()) {
                out.writeUTF(entry.kind().name());
                out.writeUTF(entry.what());
                out.writeInt(entry.amount());
                out.writeUTF(entry.outcome());
            }
        }
    }

    static List<Diary.Day> read(DataInputStream in) throws IOException {
        int size = in.readInt();
        var days = new ArrayList<Diary.Day>();
        for (int i = 0; i < size; i++) {
            LocalDate date = LocalDate.ofEpochDay(in.readLong());
            int score = in.readInt();
            int savings = in.readInt();
            boolean employed = in.readBoolean();
            int ties = in.readInt();
            int lists = in.readInt();
            int entries = in.readInt();
            var read = new ArrayList<Diary.Entry>();
            for (int entry = 0; entry < entries; entry++) {
                read.add(
                        new Diary.Entry(
                                Diary.Entry.Kind.valueOf(in.readUTF()),
                                in.readUTF(),
                                in.readInt(),
                                in.readUTF()));
            }
            days.add(new Diary.Day(date, score, savings, employed, ties, lists, read));
        }
        return days;
    }
}
