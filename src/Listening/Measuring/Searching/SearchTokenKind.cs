namespace Listening.Measuring.Searching;

/// <summary>Kinds of pieces.</summary>
internal enum SearchTokenKind
{
    /// <summary><c>(</c></summary>
    Open,

    /// <summary><c>)</c></summary>
    Close,

    /// <summary><c>AND</c></summary>
    And,

    /// <summary><c>OR</c></summary>
    Or,

    /// <summary><c>NOT</c>, or <c>-</c> before a term.</summary>
    Not,

    /// <summary><c>NEAR</c> with a number, between two words.</summary>
    Near,

    /// <summary>A word, a phrase or a field.</summary>
    Term,

    /// <summary>Nothing more.</summary>
    End,
}
