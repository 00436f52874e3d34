namespace Listening.Tests.Store;

/// <summary>The process ended here.</summary>
internal sealed class CutOffException : Exception;
