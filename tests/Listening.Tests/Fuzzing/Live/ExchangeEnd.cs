namespace Listening.Tests.Fuzzing.Live;

/// <summary>How the sender's side of a connection ends.</summary>
internal enum ExchangeEnd
{
    /// <summary>After the last answer.</summary>
    Answered,

    /// <summary>When everything is sent: the server answers what it can and closes.</summary>
    HalfClosed,

    /// <summary>By a reset, without waiting for anything.</summary>
    Cut,

    /// <summary>Not at all: the server loses its patience.</summary>
    Silent,
}
