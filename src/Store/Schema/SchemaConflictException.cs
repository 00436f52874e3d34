namespace Listening.Store.Schema;

/// <summary>The schema in the database and the files of this program do not go together; the message says which file and what to do.</summary>
public sealed class SchemaConflictException(string message) : Exception(message);
