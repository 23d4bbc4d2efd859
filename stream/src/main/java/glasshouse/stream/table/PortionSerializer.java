package glasshouse.stream.table;

import static glasshouse.stream.form.Primitives.readCount;
import static glasshouse.stream.form.Primitives.writeCount;

import glasshouse.stream.form.FormSerializer;
import glasshouse.stream.person.Result;
import glasshouse.stream.person.ResultForm;
import java.io.IOException;
import java.util.ArrayList;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/// Portions as checkpoints keep them: how many results, then each with the version of its form.
final class PortionSerializer implements SimpleVersionedSerializer<Portion> {
    private static final int VERSION = 1;

    private final FormSerializer<Result> results = new FormSerializer<>(new ResultForm());

    @Override
    public int getVersion() {
        return VERSION;
    }

    @Override
    public byte[] serialize(Portion portion) throws IOException {
        var out = new DataOutputSerializer(256);
        writeCount(out, portion.results().size());
        for (Result result : portion.results()) {
            results.serialize(result, out);
        }
        return out.getCopyOfBuffer();
    }

    @Override
    public Portion deserialize(int version, byte[] bytes) throws IOException {
        if (version != VERSION) {
            throw new IOException(
                    "a portion was written in version " + version + "; this release reads 1");
        }
        var in = new DataInputDeserializer(bytes);
        long count = readCount(in);
        if (count < 0 || count > Portion.MOST_RESULTS) {
            throw new IOException("a portion of a size beyond all measure");
        }
        var read = new ArrayList<Result>();
        for (long i = 0; i < count; i++) {
            read.add(results.deserialize(in));
        }
        return new Portion(read);
    }
}
