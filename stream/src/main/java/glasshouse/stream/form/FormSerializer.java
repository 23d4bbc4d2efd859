package glasshouse.stream.form;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/// A [Form] as Flink sees it.
///
/// Each value begins with a byte that is the version of its form, so that values of several
/// versions may lie side by side in one state and are rewritten when they next change: an upgrade
/// needs no pass over all people. Values are taken as immutable.
public final class FormSerializer<T> extends TypeSerializer<T> {
    private static final long serialVersionUID = 1L;

    private final Form<T> form;

    public FormSerializer(Form<T> form) {
        this.form = form;
    }

    Form<T> form() {
        return form;
    }

    @Override
    public boolean isImmutableType() {
        return true;
    }

    @Override
    public TypeSerializer<T> duplicate() {
        return this;
    }

    @Override
    @SuppressWarnings("NullAway") // Flink asks for an empty value, or null where there is none.
    public T createInstance() {
        return null;
    }

    @Override
    public T copy(T from) {
        return from;
    }

    @Override
    public T copy(T from, T reuse) {
        return from;
    }

    @Override
    public int getLength() {
        return -1;
    }

    @Override
    public void serialize(T value, DataOutputView target) throws IOException {
        target.writeByte(form.version());
        form.write(value, target);
    }

    @Override
    public T deserialize(DataInputView source) throws IOException {
        int version = source.readUnsignedByte();
        if (version < 1 || version > form.version()) {
            throw new IOException(
                    form.type().getSimpleName()
                            + " was written in version "
                            + version
                            + "; this release reads up to "
                            + form.version()
                            + ": resume with the release that wrote it, or a newer one");
        }
        return form.read(source, version);
    }

    @Override
    public T deserialize(T reuse, DataInputView source) throws IOException {
        return deserialize(source);
    }

    @Override
    public void copy(DataInputView source, DataOutputView target) throws IOException {
        serialize(deserialize(source), target);
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof FormSerializer<?> other
                && other.form.getClass() == form.getClass();
    }

    @Override
    public int hashCode() {
        return form.getClass().hashCode();
    }

    @Override
    public TypeSerializerSnapshot<T> snapshotConfiguration() {
        return new FormSnapshot<>(form);
    }
}
