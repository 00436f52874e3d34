namespace Listening.Cases.Asking;

/// <summary>Where a question is that was put inside.</summary>
public enum QuestionState
{
    /// <summary>It is to be sent, or sent again.</summary>
    Waiting,

    /// <summary>It is being sent.</summary>
    Sending,

    /// <summary>It stands there, and an answer is waited for.</summary>
    Asked,

    /// <summary>Nothing can be sent there: who asked puts it there with its mark, and an answer is waited for.</summary>
    ByHand,

    /// <summary>Somebody answered.</summary>
    Answered,

    /// <summary>It was not taken, or could not be sent, or nobody answered in two weeks.</summary>
    Failed,
}
