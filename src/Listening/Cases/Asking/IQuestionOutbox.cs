namespace Listening.Cases.Asking;

/// <summary>Questions on their way in, and those that wait for an answer. Who takes one has it alone for some minutes.</summary>
public interface IQuestionOutbox
{
    /// <summary>Takes the question that is due first; null when none is.</summary>
    Task<InsideQuestion?> TakeAsync(string sender, CancellationToken cancellationToken);

    /// <summary>Writes down what became of it, with the case's history; nothing when somebody else has it by now.</summary>
    Task WriteAsync(InsideQuestion taken, InsideQuestion next, CancellationToken cancellationToken);
}
