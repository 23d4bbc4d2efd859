package glasshouse.stream.form;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/// What a savepoint remembers of a [FormSerializer]: its form's class and version.
///
/// A newer release reads what an older one wrote; an older one refuses what a newer one wrote, at
/// the start and not in the middle.
public final class FormSnapshot<T> implements TypeSerializerSnapshot<T> {
    private static final int LAYOUT = 1;

    private @Nullable Form<T> form;
    private int written;

    /// For Flink, which fills it in by [#readSnapshot].
    public FormSnapshot() {}

    FormSnapshot(Form<T> form) {
        this.form = form;
        written = form.version();
    }

    private Form<T> known() {
        if (form == null) {
            throw new IllegalStateException("a snapshot is read before it is used");
        }
        return form;
    }

    @Override
    public int getCurrentVersion() {
        return LAYOUT;
    }

    @Override
    public void writeSnapshot(DataOutputView out) throws IOException {
        out.writeUTF(known().getClass().getName());
        out.writeInt(written);
    }

    @Override
    @SuppressWarnings("unchecked") // A form says its type; a savepoint is read under its own key.
    public void readSnapshot(int layout, DataInputView in, ClassLoader classes) throws IOException {
        String name = in.readUTF();
        written = in.readInt();
        try {
            Object made = Class.forName(name, true, classes).getConstructor().newInstance();
            form = (Form<T>) made;
        } catch (ReflectiveOperationException | ClassCastException unknown) {
            throw new IOException(
                    "the savepoint holds values of the unknown form " + name, unknown);
        }
    }

    @Override
    public TypeSerializer<T> restoreSerializer() {
        return new FormSerializer<>(known());
    }

    @Override
    public TypeSerializerSchemaCompatibility<T> resolveSchemaCompatibility(
            TypeSerializerSnapshot<T> old) {
        boolean readable =
                old instanceof FormSnapshot<T> before
                        && before.known().getClass() == known().getClass()
                        && before.written <= known().version();
        return readable
                ? TypeSerializerSchemaCompatibility.compatibleAsIs()
                : TypeSerializerSchemaCompatibility.incompatible();
    }
}
