package glasshouse.stream.topic;

import glasshouse.wire.CloudEventParser;
import glasshouse.wire.value.EventCode;
import glasshouse.wire.value.Refused;
import org.jspecify.annotations.Nullable;

/// Reads messages as CloudEvents; what cannot be read becomes a dead letter with its reason, and
/// reading goes on. One thread.
public final class MessageReader {
    private static final byte[] NOTHING = {};

    private final CloudEventParser parser = new CloudEventParser();

    /// The message at a place, such as `events-3@1207`; a message without a value holds no event.
    public Message read(byte @Nullable [] value, String where, long arrivedMillis) {
        if (value == null) {
            return new Message.DeadLetter(
                    where,
                    EventCode.NOT_CLOUD_EVENT.code(),
                    "the message has no value; send the event as its value",
                    NOTHING,
                    arrivedMillis);
        }
        try {
            return new Message.Read(parser.parseMessage(value), arrivedMillis);
        } catch (Refused refused) {
            return new Message.DeadLetter(
                    where, refused.code().code(), refused.reason(), value, arrivedMillis);
        }
    }
}
