// The scheme that this product's ancestor had, as the baseline of the bench: collect and write on every event.
exports.handler = function (context, event, callback) {
  const client = context.getTwilioClient();
  const documents = client.sync.v1.services('default').documents;
  const write = (data) =>
    documents('dashboard-data')
      .update({ data })
      .catch((error) => {
        if (error.status !== 404) throw error;
        return documents.create({ uniqueName: 'dashboard-data', data });
      });
  client.taskrouter.v1
    .workspaces(context.TWILIO_WORKSPACE_SID)
    .statistics()
    .fetch()
    .then(({ realtime, cumulative }) => write({ workspace_statistics: { realtime, cumulative } }))
    .then(
      () => callback(null, 'written'),
      (error) => callback(error),
    );
};
