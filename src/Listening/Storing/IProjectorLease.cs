namespace Listening.Storing;

/// <summary>Who may project: one holder at a time, among all processes on the same relational store.</summary>
public interface IProjectorLease
{
    /// <summary>
    /// Takes the lease for <paramref name="duration"/> from now, or prolongs it, and returns its epoch; null while another holds it. The epoch is greater than
    /// <paramref name="above"/>, and it grows whenever the lease passes on or had run out, so that what an old holder still writes sorts before what the new
    /// one writes.
    /// </summary>
    Task<long?> TakeAsync(string holder, TimeSpan duration, long above, CancellationToken cancellationToken);

    /// <summary>Gives the lease back early; nothing happens when <paramref name="holder"/> does not hold it.</summary>
    Task ReleaseAsync(string holder, CancellationToken cancellationToken);
}
