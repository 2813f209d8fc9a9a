package org.tucuxi.eventstream;

import java.util.Map;
import org.tucuxi.ClientException;

/** An error that a service sent inside of an event stream: {@code EventStreamError} in boto3. */
public class EventStreamException extends ClientException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param parsed has {@code Error} with {@code Code} and {@code Message}
     * @param operationName the operation's API name
     * @param shapeName the modelled error's name, or null
     */
    public EventStreamException(Map<String, Object> parsed, String operationName, String shapeName) {
        super(parsed, operationName, shapeName);
    }
}
